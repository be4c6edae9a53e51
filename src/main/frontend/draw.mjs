// Draws models for looking at them and for the documents: node draw.mjs <folder of .bpmn files> <folder for .png files>.
// Uses the machine's Chromium (CHROMIUM names another one) and the same bpmn-js as the pages.
import { BpmnModdle } from 'bpmn-moddle';
import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as browser } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const [models, pictures] = process.argv.slice(2).map((folder) => resolve(folder));
if (!pictures) {
  console.error('usage: node draw.mjs <folder of .bpmn files> <folder for .png files>');
  process.exit(2);
}
const MARGIN = 24;
const work = mkdtempSync(join(tmpdir(), 'sifang-draw-'));
const chromium = await browser.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ],
});
try {
  mkdirSync(pictures, { recursive: true });
  await bundleViewer();
  for (const file of readdirSync(models).filter((name) => name.endsWith('.bpmn')).sort()) {
    await draw(file);
  }
} finally {
  await chromium.close();
  rmSync(work, { recursive: true, force: true });
}

async function bundleViewer() {
  await build({
    stdin: {
      contents: `
        import Viewer from 'bpmn-js/lib/Viewer';
        const viewer = new Viewer({ container: '#canvas' });
        viewer.importXML(MODEL.xml).then(() => {
          viewer.get('canvas').viewbox(MODEL.box);
          document.title = 'drawn';
        });`,
      resolveDir: here,
    },
    outfile: join(work, 'viewer.js'),
    bundle: true,
    logLevel: 'warning',
  });
}

async function draw(file) {
  const xml = readFileSync(join(models, file), 'utf8');
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  warnings.forEach((warning) => console.warn(`${file}: ${warning.message}`));
  const box = boundsOf(rootElement, file);
  writeFileSync(join(work, 'model.js'), `const MODEL = ${JSON.stringify({ xml, box })};`);
  writeFileSync(
    join(work, 'page.html'),
    `<!doctype html><meta charset="utf-8"><style>html,body{margin:0;overflow:hidden;background:#fff}
     #canvas{width:${box.width}px;height:${box.height}px}</style>
     <div id="canvas"></div><script src="model.js"></script><script src="viewer.js"></script>`,
  );
  const picture = join(pictures, `${basename(file, '.bpmn')}.png`);
  const page = await chromium.newPage({ viewport: { width: box.width, height: box.height } });
  page.on('pageerror', (error) => console.error(`${file}: ${error.message}`));
  await page.goto(`file://${join(work, 'page.html')}`);
  await page.waitForFunction(() => document.title === 'drawn');
  await page.screenshot({ path: picture });
  await page.close();
  console.log(`${picture} ${box.width} × ${box.height}`);
}

/** The rectangle around everything drawn; complains of flow elements that are not. */
function boundsOf(definitions, file) {
  const elements = definitions.diagrams?.flatMap((diagram) => diagram.plane.planeElement ?? []) ?? [];
  if (!elements.length) {
    throw new Error(`${file} has no diagram`);
  }
  const drawn = new Set(elements.map((element) => element.bpmnElement?.id));
  for (const element of flowElements(definitions.rootElements)) {
    if (!drawn.has(element.id)) {
      console.warn(`${file}: ${element.id} is not in the diagram`);
    }
  }
  const boxes = elements.flatMap((element) => [
    ...(element.bounds ? [element.bounds] : []),
    ...(element.label?.bounds ? [element.label.bounds] : []),
    ...(element.waypoint ?? []),
  ]);
  const x = Math.floor(Math.min(...boxes.map((box) => box.x))) - MARGIN;
  const y = Math.floor(Math.min(...boxes.map((box) => box.y))) - MARGIN;
  const right = Math.max(...boxes.map((box) => box.x + (box.width ?? 0))) + MARGIN;
  const bottom = Math.max(...boxes.map((box) => box.y + (box.height ?? 0))) + MARGIN;
  return { x, y, width: Math.ceil(right - x), height: Math.ceil(bottom - y) };
}

function flowElements(elements = []) {
  return elements.flatMap((element) => [...(element.flowElements ?? []), ...flowElements(element.flowElements)]);
}
