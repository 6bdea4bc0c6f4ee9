import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { BoardStream } from '../../../src/monitor/board/board-stream';
import { PriceTrails, SAMPLES_MAX } from '../../../src/monitor/board/price-trails';
import { UNREAD_FOR_MAX_MS } from '../../../src/monitor/board/watcher';
import type { BoardState } from '../../../src/monitor/views';
import { closeView, healthView, positionView } from '../http/support/views';

/** A board's connection that takes everything, or nothing until it drains. */
class Connection extends EventEmitter {
  readonly frames: string[] = [];
  reads = true;
  destroyed = false;

  write(frame: Buffer): boolean {
    this.frames.push(frame.toString());
    return this.reads;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }

  get last(): { event: string; data: Record<string, unknown> } {
    const [, event = '', data = ''] = /^event: (\w+)\ndata: (.*)\n\n$/.exec(this.frames.at(-1) ?? '') ?? [];
    return { event, data: JSON.parse(data) as Record<string, unknown> };
  }
}

let nowMs = 0;
let state: BoardState;
let reads: number;
let trails: PriceTrails;
let stream: BoardStream;
beforeEach(() => {
  [nowMs, reads] = [0, 0];
  state = { at: '2026-11-25T12:00:00.000Z', health: healthView(), positions: [positionView()], closes: [] };
  trails = new PriceTrails();
  stream = new BoardStream(
    () => {
      reads += 1;
      return state;
    },
    trails,
    () => nowMs,
  );
});

function watch(): Connection {
  const connection = new Connection();
  stream.admit(connection as unknown as ServerResponse);
  return connection;
}

describe('a board', () => {
  test('gets the whole state first, with the trails, then what changes', () => {
    trails.sample(state.positions);
    const board = watch();
    expect(board.last).toMatchObject({
      event: 'state',
      data: { positions: state.positions, trails: { 'main/BTCUSDT/long': [60300] } },
    });
    state = { ...state, positions: [positionView({ markPrice: '60400' }), positionView({ marketId: 'ETHUSDT' })] };
    stream.tick();
    expect(board.last).toMatchObject({
      event: 'change',
      data: { positions: state.positions, positionsGone: [], sampled: false },
    });
    state = { ...state, positions: [state.positions[0]!], closes: [closeView()] };
    stream.tick();
    expect(board.last.data).toMatchObject({
      positions: [],
      positionsGone: ['main/ETHUSDT/long'],
      closes: [closeView()],
    });
    state = { ...state, closes: [] };
    stream.tick();
    expect(board.last.data).toMatchObject({
      closes: [],
      closesGone: ['close:main:BTCUSDT:long/01a20985-e4b8-7194-bbf5-bd11c7152eba'],
    });
  });

  test('is not sent a position of which only the ages have grown, until they matter', () => {
    const board = watch();
    const grown = (priceAgeMs: number, heldForMs: number) => {
      state = { ...state, positions: [positionView({ priceAgeMs, heldForMs })] };
      stream.tick();
      return board.last.data['positions'];
    };
    expect(grown(4_900, 3_630_000)).toEqual([]);
    expect(grown(5_100, 3_630_000)).toHaveLength(1);
    expect(grown(5_900, 3_640_000)).toEqual([]);
    expect(grown(5_900, 3_661_000)).toHaveLength(1);
  });

  test('is told when the trails have a new point', () => {
    const board = watch();
    stream.noteSample();
    stream.tick();
    expect(board.last.data['sampled']).toBe(true);
    stream.tick();
    expect(board.last.data['sampled']).toBe(false);
  });

  test('that comes second sees the state of the last tick, and every change after it', () => {
    watch();
    state = { ...state, positions: [positionView({ markPrice: '60400' })] };
    const second = watch();
    expect(second.last.data['positions']).toEqual([positionView()]);
    stream.tick();
    expect(second.last.data['positions']).toEqual(state.positions);
  });

  test('that comes back after nobody has watched sees the present', () => {
    watch().destroy();
    state = { ...state, positions: [] };
    stream.tick();
    expect(watch().last.data['positions']).toEqual([]);
  });
});

test('the monitor is asked once a tick for however many watch, and not at all for nobody', () => {
  stream.tick();
  expect(reads).toBe(0);
  const boards = [watch(), watch(), watch()];
  expect(reads).toBe(1);
  stream.tick();
  expect(reads).toBe(2);
  expect(new Set(boards.map(({ frames }) => frames.at(-1))).size).toBe(1);
});

describe('a board that does not read', () => {
  test('is queued nothing, and gets the whole state when it reads again', () => {
    const slow = watch();
    slow.reads = false;
    stream.tick();
    const sent = slow.frames.length;
    for (let missed = 0; missed < 10; missed += 1) stream.tick();
    expect(slow.frames).toHaveLength(sent);
    slow.reads = true;
    slow.emit('drain');
    stream.tick();
    expect(slow.last.event).toBe('state');
    stream.tick();
    expect(slow.last.event).toBe('change');
  });

  test('has missed nothing when it drains before the next tick', () => {
    const board = watch();
    board.reads = false;
    stream.tick();
    board.emit('drain');
    stream.tick();
    expect(board.last.event).toBe('change');
  });

  test('for long is let go', () => {
    const [slow, quick] = [watch(), watch()];
    slow.reads = false;
    stream.tick();
    nowMs += UNREAD_FOR_MAX_MS;
    stream.tick();
    expect(slow.destroyed).toBe(false);
    nowMs += 1;
    stream.tick();
    expect([slow.destroyed, quick.destroyed, stream.watchers]).toEqual([true, false, 1]);
  });
});

describe('the trails', () => {
  test('keep the last prices of each position, and forget positions that are gone', () => {
    for (let sample = 0; sample < SAMPLES_MAX + 5; sample += 1)
      trails.sample([
        positionView({ markPrice: String(sample) }),
        positionView({ marketId: 'ETHUSDT', markPrice: null }),
      ]);
    const { 'main/BTCUSDT/long': prices, 'main/ETHUSDT/long': none } = trails.all();
    expect([prices?.length, prices?.[0], prices?.at(-1), none]).toEqual([SAMPLES_MAX, 5, SAMPLES_MAX + 4, []]);
    trails.sample([]);
    expect(trails.all()).toEqual({});
  });
});
