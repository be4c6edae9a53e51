// What is bundled, and how.
import { build } from 'esbuild';
import { formTexts } from './form-texts.mjs';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Bundles every file at the root of src/ to the folder; answers the files written, relative to the output directory. */
export async function bundle(folder) {
  const entryPoints = readdirSync(join(here, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(here, 'src', entry.name));
  if (!entryPoints.length) return [];
  await build({
    entryPoints,
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    charset: 'utf8',
    legalComments: 'linked',
    loader: { '.svg': 'copy' },
    assetNames: '[name]',
    entryNames: '[name]',
    plugins: [formTexts],
    logLevel: 'warning',
  });
  return readdirSync(folder).map((file) => `static/app/${file}`);
}
