import { byId, element, part, setLink, setText } from './dom.js';
import { problemInWords } from './ask.js';
import { plain, price } from './words.js';

/**
 * The four markers of a close, who asked for it, and its orders, as its history tells them.
 * @import { CloseDetail, CloseView } from './types'
 */

/** @returns {(close: CloseView) => void} opens the dialog */
export function proofChainDialog() {
  const dialog = /** @type {HTMLDialogElement} */ (byId('detail'));
  const body = part(dialog, 'body');
  part(dialog, 'leave').addEventListener('click', () => dialog.close());

  return (close) => {
    setText(byId('detail-title'), `Proof chain of ${close.marketId} ${close.side}`);
    body.replaceChildren(element('p', { class: 'soft' }, 'Reading its history…'));
    if (!dialog.open) dialog.showModal();
    void read(close).then((drawn) => body.replaceChildren(...drawn));
  };
}

/** @param {CloseView} close */
async function read({ workflowId, runId }) {
  try {
    const response = await fetch(`/closes/${encodeURIComponent(workflowId)}?runId=${encodeURIComponent(runId)}`);
    const answer = await response.json();
    return response.ok ? drawDetail(answer) : [problemInWords(answer)];
  } catch {
    return [element('p', { class: 'problem' }, 'The monitor did not answer. Try again in a moment.')];
  }
}

/** @param {CloseDetail} detail */
function drawDetail({ markers, asked, orders, because, outcome, uiLink }) {
  const link = element('a', { target: '_blank', rel: 'noreferrer' }, 'The whole history in the Temporal UI ↗');
  setLink(link, uiLink);
  return [
    element('ol', { class: 'chain' }, ...markers.map(drawMarker)),
    ...(outcome === null
      ? []
      : [element('p', {}, element('b', {}, plain(outcome)), because === null ? '' : `: ${because}`)]),
    element('h3', {}, 'Asked by'),
    element(
      'ul',
      {},
      ...asked.map(({ source, reason, note }) =>
        element('li', {}, `${source}: ${plain(reason)}${note === undefined ? '' : `, “${note}”`}`),
      ),
    ),
    element('h3', {}, 'Orders'),
    orders.length === 0
      ? element('p', { class: 'soft' }, 'None was sent.')
      : element('ul', {}, ...orders.map(drawOrder)),
    element('p', {}, link),
  ];
}

/** @param {CloseDetail['markers'][number]} marker */
const drawMarker = ({ marker, eventId, at, says }) =>
  element(
    'li',
    { 'data-seen': String(eventId !== null) },
    element('b', {}, marker),
    element(
      'span',
      { class: 'soft' },
      eventId === null ? 'not yet' : `event ${eventId}${at === null ? '' : `, ${at.slice(11, 23)}`}`,
    ),
    element('p', {}, says),
  );

/** @param {CloseDetail['orders'][number]} order */
const drawOrder = ({
  round,
  clientOrderId,
  orderId,
  quantity,
  submission,
  fate,
  executedQuantity,
  averagePrice,
  said,
}) =>
  element(
    'li',
    {},
    `Round ${round}: ${price(quantity)}, ${submission}, ${plain(fate)}`,
    executedQuantity === undefined
      ? ''
      : `, ${price(executedQuantity)} at ${averagePrice === undefined ? '?' : price(averagePrice)}`,
    element(
      'p',
      { class: 'soft' },
      [clientOrderId, orderId === undefined ? '' : `order ${orderId}`, said ?? ''].filter(Boolean).join(' · '),
    ),
  );
