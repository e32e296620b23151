# The service alone: the database is another container, or any PostgreSQL 15 or later, named by DATABASE_URL.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/pack.mjs ./scripts/
COPY src/packed.json ./src/
# The optional packages are the embedded PostgreSQL and Node itself; the image has no use for either.
RUN npm ci && node scripts/pack.mjs && npm prune --omit=dev --omit=optional && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    DRAIN_SECONDS=1 \
    DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY data ./data
COPY openapi ./openapi
COPY migrations ./migrations
COPY src ./src
# By number, so that an orchestrator can see that it is not root. The service writes files below /data alone.
RUN install --directory --owner=1000 --group=1000 --mode=0700 /data
VOLUME /data
USER 1000:1000
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Little is held from one request to the next: room for more young objects than this would only be held, not used.
CMD ["node", "--max-semi-space-size=8", "src/main.js"]
