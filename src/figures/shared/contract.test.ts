import { existsSync, readdirSync } from 'node:fs';
import { Tensor, isGradEnabled, noGrad } from '@calculus/autograd';
import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import type { Control, Controls, FigureDefinition } from './contract.ts';
import { membersOf, setText } from './members.ts';

type Settings = Record<string, number | string>;

type Figure = FigureDefinition<Settings, object>;

/** Every figure there is, so that a new one is held to the contract the day it is written. */
const folder = new URL('../', import.meta.url);
const ids = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/index.ts`, folder)));
const figures = await Promise.all(
  ids.map(async (id) => {
    const figure = (await import(`../${id}/index.ts`)) as Figure;
    const { states } = (await import(`../${id}/states.ts`)) as { states: readonly Settings[] };
    return { id, figure, states };
  }),
);

/** Anything a reader can set. */
function settings(controls: Controls): fc.Arbitrary<Settings> {
  const values = Object.entries(controls).map(([key, control]) => [key, valuesOf(control)]);
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<number | string>>);
}

function valuesOf(control: Control): fc.Arbitrary<number | string> {
  if ('options' in control) return fc.constantFrom(...control.options.map(({ value }) => value));
  if ('several' in control)
    return fc
      .subarray(control.several.map(({ value }) => value))
      .map((members) => setText(control, members));
  if ('examples' in control) return fc.constantFrom(...control.examples);
  const { min, max, step, scale } = control;
  if (scale === 'log')
    return fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
  return fc
    .nat({ max: Math.round((max - min) / (step ?? 1)) })
    .map((steps) => Number((min + steps * (step ?? 1)).toFixed(6)));
}

/** A number within the slider, one of the options, a text that can be used, or a formula of the reader's own. */
function expectSettable(control: Control | undefined, value: number | string | undefined): void {
  if (control === undefined) throw new Error(`no control for ${String(value)}`);
  if ('several' in control) expect(setText(control, membersOf(String(value)))).toBe(value);
  else if ('examples' in control) expect(control.problem(String(value))).toBeUndefined();
  else if (!('options' in control)) {
    expect(value).toBeGreaterThanOrEqual(control.min);
    expect(value).toBeLessThanOrEqual(control.max);
  } else if (!control.own) expect(control.options.map((option) => option.value)).toContain(value);
}

/** Every number, text and object inside plain data. */
function everything(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return [value, ...Object.values(value).flatMap(everything)];
}

test('the figures of the first chapter are among those that are held to this', () => {
  expect(ids).toEqual(expect.arrayContaining(['gradient-descent', 'secant-to-tangent']));
});

group.each(figures)('$id', ({ id, figure, states }) => {
  const { defaults, controls, follow, run, describe, describeStep, tables, program } = figure;
  const visited = states.map((state) => ({ ...defaults, ...state }));
  const hasStage = Object.values(controls).some((control) => 'stage' in control);

  const expectPlainDataAndWords = (params: Settings): void => {
    const result = run(params);
    expect(structuredClone(result)).toEqual(result);
    const parts = everything([result, tables(params, result)]);
    expect(parts.some((part) => part instanceof Tensor || Number.isNaN(part))).toBe(false);
    expectWords(describe(params, result));
    if (!('path' in result) || !Array.isArray(result.path) || hasStage) return;
    for (const step of [0, Math.floor(result.path.length / 2)]) {
      if (!describeStep) throw new Error(`${id} has a path, and no words for a step of it`);
      expectWords(describeStep(result, step));
    }
  };

  const expectWords = (words: string): void => {
    expect(words).toMatch(/^.+\.$/);
    expect(words).not.toMatch(/\b(nan|undefined|null)\b/i);
    // A negative number has a true minus, and a power of ten is written one way: 1e−8.
    expect(words).not.toMatch(/(?<![\w)])-\d|\de[-+]|\de−0/);
  };

  test('is named as its folder', () => {
    expect(figure.id).toBe(id);
    expect(figure.title).not.toBe('');
  });

  test('has a control for every parameter, with the default inside its bounds', () => {
    expect(Object.keys(controls)).toEqual(Object.keys(defaults));
    for (const [key, control] of Object.entries(controls))
      if ('options' in control)
        expect(control.options.map(({ value }) => value)).toContain(defaults[key]);
      else expectSettable(control, defaults[key]);
  });

  test('is visited first as it starts, then only where a reader can take it', () => {
    expect(states[0]).toEqual({});
    for (const state of states)
      for (const [key, value] of Object.entries(state)) expectSettable(controls[key], value);
  });

  test('is visited at both ends of every slider', () => {
    for (const [key, control] of Object.entries(controls)) {
      if (!('min' in control)) continue;
      const values = visited.map((params) => params[key]);
      expect(values, key).toEqual(expect.arrayContaining([control.min, control.max]));
    }
  });

  test('starts where its settings lead', () => {
    expect(defaults).toMatchObject(follow?.(defaults) ?? {});
  });

  test('gives plain data without NaN and says something in every state it is visited in', () => {
    for (const params of visited) expectPlainDataAndWords(params);
  });

  test('gives plain data without NaN and says something for anything a reader can set', () => {
    // What needs a worker takes long.
    const numRuns = figure.work ? 20 : 60;
    fc.assert(fc.property(settings(controls), expectPlainDataAndWords), { numRuns });
  });

  test('has tables whose rows are as long as their heads', () => {
    for (const params of visited)
      for (const { caption, columns, rows } of tables(params, run(params))) {
        expect(caption).not.toBe('');
        for (const row of rows) expect(row).toHaveLength(columns.length);
      }
    for (const { rows } of tables(defaults, run(defaults))) expect(rows).not.toHaveLength(0);
  });

  test('gives the same twice and leaves its parameters and grad mode alone', () => {
    for (const state of visited) {
      const params = Object.freeze({ ...state });
      const result = run(params);
      expect(noGrad(() => run(params))).toEqual(result);
      expect(isGradEnabled()).toBe(true);
      expect(noGrad(() => [run(params), isGradEnabled()][1])).toBe(false);
    }
  });

  test('refuses numbers that are none by name', () => {
    const keys = Object.keys(defaults).filter((key) => typeof defaults[key] === 'number');
    for (const key of keys)
      for (const value of [NaN, Infinity, -Infinity])
        expect(() => run({ ...defaults, [key]: value })).toThrow(
          `${id}: ${key} must be finite, got ${String(value)}`,
        );
    expect(isGradEnabled()).toBe(true);
  });

  test('ends its program with the expected output', () => {
    for (const params of visited) {
      const [code, output, ...more] = program(params, run(params)).split('# Expected output:\n');
      expect(more).toEqual([]);
      expect(code).toContain('import torch');
      expect(output).toMatch(/^(# .*\n)+$/);
    }
  });
});
