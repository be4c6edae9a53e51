// Builds what the browser and the PDF writer need: node build.mjs <output directory>, called by Maven.
// Installs the packages of the lockfile when they are not there, then bundles src/ to <output>/static/app and copies the
// fonts to <output>/fonts. Does nothing when nothing changed; any error ends the build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const output = process.argv[2] && resolve(process.argv[2]);
if (!output) {
  console.error('usage: node build.mjs <output directory>');
  process.exit(2);
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`The front end needs Node 20 or later; this is ${process.version}.`);
  process.exit(2);
}

/** TrueType outlines (openhtmltopdf embeds no others). SC has GB 18030's levels 1 and 2; JP adds some of extension B (𠮷), the last one Mongolian letters. */
const FONTS = {
  'NotoSansSC-Regular.ttf': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold.ttf': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'NotoSansJP-Regular.ttf': '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'NotoSansMongolian-Regular.ttf': '@expo-google-fonts/noto-sans-mongolian/400Regular/NotoSansMongolian_400Regular.ttf',
  'OFL.txt': '@expo-google-fonts/noto-sans-sc/LICENSE_FONT',
};

installPackages();
const stamp = join(dirname(output), 'frontend.json');
const inputs = hashOf([
  ...['build.mjs', 'bundle.mjs', 'form-texts.mjs', 'package-lock.json'].map((name) => join(here, name)),
  ...filesBelow(join(here, 'src')),
]);
if (isCurrent()) {
  console.log('Front end: unchanged');
} else {
  const begun = Date.now();
  const app = join(output, 'static', 'app');
  rmSync(app, { recursive: true, force: true });
  const { bundle } = await import('./bundle.mjs');
  const outputs = [...(await bundle(app)), ...copyFonts()];
  writeFileSync(stamp, JSON.stringify({ inputs, outputs }, null, 2));
  console.log(`Front end: ${outputs.length} files in ${Date.now() - begun} ms`);
}

function installPackages() {
  const lockfile = join(here, 'package-lock.json');
  const installed = join(here, 'node_modules', '.installed');
  const wanted = hashOf([lockfile, join(here, '.npmrc')]);
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) {
    return;
  }
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', ['ci', '--prefer-offline', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: windows,
  });
  writeFileSync(installed, wanted);
}

function isCurrent() {
  if (!existsSync(stamp)) {
    return false;
  }
  const made = JSON.parse(readFileSync(stamp, 'utf8'));
  return made.inputs === inputs && made.outputs.every((file) => existsSync(join(output, file)));
}

function copyFonts() {
  const fonts = join(output, 'fonts');
  mkdirSync(fonts, { recursive: true });
  for (const [name, source] of Object.entries(FONTS)) {
    copyFileSync(join(here, 'node_modules', source), join(fonts, name));
  }
  return Object.keys(FONTS).map((name) => `fonts/${name}`);
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(file.slice(here.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
