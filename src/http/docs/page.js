Scalar.createApiReference('#reference', {
  url: '../openapi.json',
  // Nothing that its maker offers elsewhere: fonts, statistics, an agent, a client, an editor.
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  theme: 'none',
  documentDownloadType: 'direct',
  modelsSectionLabel: 'Schemas',
  showExtensions: ['x-extensible-enum'],
  defaultOpenAllTags: true,
  orderSchemaPropertiesBy: 'preserve',
  orderRequiredPropertiesFirst: false,
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
  featuredClients: ['shell/curl', 'js/fetch', 'python/requests', 'r/httr2', 'php/curl'],
})
