import { existsSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/** Where each specifier leads that scripts/pack.mjs has made a file for. */
const packed = new Map()
for (const specifier of Object.keys(
  JSON.parse(readFileSync(new URL('packed.json', import.meta.url), 'utf8')),
)) {
  const [name, entry = 'index'] = specifier.split('/')
  const file = new URL(`../node_modules/${name}/packed/${entry}.js`, import.meta.url)
  if (existsSync(file)) packed.set(specifier, file.href)
}

registerHooks({
  resolve(specifier, context, next) {
    const url = packed.get(specifier)
    return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true }
  },
})
