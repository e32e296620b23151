// Puts packages of many modules together into a few: Node takes 0.4 ms and 40 kB for each module that it loads, which
// was a third of a start. What comes out is beside the package's own files, so that another version, once installed,
// is never taken for this one. src/packed.js loads it.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8')

export async function pack() {
  const { build } = await import('esbuild')
  /** By package, the file of each name that it is imported by. */
  const packages = {}
  for (const [specifier, file] of Object.entries(JSON.parse(read('../src/packed.json')))) {
    const [name, entry = 'index'] = specifier.split('/')
    packages[name] = { ...packages[name], [entry]: file }
  }
  for (const [name, entryPoints] of Object.entries(packages))
    await build({
      absWorkingDir: fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url)),
      entryPoints,
      outdir: 'packed',
      bundle: true,
      // What both files of a package need is the same for both.
      splitting: true,
      format: 'esm',
      platform: 'node',
      // No comments to be held in memory, nor letters for which Node takes two bytes each. All names stay.
      minifyWhitespace: true,
      legalComments: 'none',
      logLevel: 'error',
    })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await pack()
