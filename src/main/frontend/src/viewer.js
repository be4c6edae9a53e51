// A process model as a picture one can move and zoom:
//   <div class="model" data-model="/processes/duty/model" role="img" aria-label="…">…<script type="application/json">
//     {"marks": {"Task_Receive": {"text": "12", "href": "/?process=duty", "tone": "soon"}}, "now": ["Task_Receive"]}
//   </script></div>
// marks put a number on an element that opens its list; `now` and `done` colour elements.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

document.querySelectorAll('.model[data-model]').forEach((host) => {
  show(host).catch((error) => {
    console.error(error);
    host.classList.add('failed');
  });
});

async function show(host) {
  const island = host.querySelector('script[type="application/json"]');
  const { marks = {}, now = [], done = [] } = island ? JSON.parse(island.textContent) : {};
  const answer = await fetch(host.dataset.model, { headers: { Accept: 'application/xml' } });
  if (!answer.ok) {
    throw new Error(`${host.dataset.model}: ${answer.status}`);
  }
  const colour = (name) => getComputedStyle(host).getPropertyValue(name).trim();
  const viewer = new NavigatedViewer({
    container: host,
    bpmnRenderer: {
      defaultFillColor: colour('--card'),
      defaultStrokeColor: colour('--ink-2'),
      defaultLabelColor: colour('--ink'),
    },
  });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  const known = (id) => viewer.get('elementRegistry').get(id);
  now.filter(known).forEach((id) => canvas.addMarker(id, 'now'));
  done.filter(known).forEach((id) => canvas.addMarker(id, 'done'));
  for (const [id, { text, href, tone = '' }] of Object.entries(marks)) {
    if (known(id)) {
      viewer.get('overlays').add(id, { position: { top: -12, right: 14 }, html: mark(text, href, tone) });
    }
  }
  fit(canvas);
  new ResizeObserver(() => {
    canvas.resized();
    fit(canvas);
  }).observe(host);
}

/** The whole model with a margin, but never larger than life. */
function fit(canvas) {
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(Math.min(canvas.zoom() * 0.95, 1), 'auto');
}

function mark(text, href, tone) {
  const element = document.createElement(href ? 'a' : 'span');
  element.className = `mark ${tone}`;
  element.textContent = text;
  if (href) {
    element.href = href;
  }
  return element;
}
