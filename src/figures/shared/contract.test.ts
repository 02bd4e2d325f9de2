import { existsSync, readdirSync } from 'node:fs';
import { Tensor, isGradEnabled, noGrad } from '@calculus/autograd';
import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import type { Control, Controls, FigureDefinition } from './contract.ts';

type Settings = Record<string, number | string>;

type Figure = FigureDefinition<Settings, object>;

/** Every figure there is, so that a new one is held to the contract the day it is written. */
const folder = new URL('../', import.meta.url);
const ids = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/index.ts`, folder)));
const experiments = await Promise.all(
  ids.map(async (id) => [id, (await import(`../${id}/index.ts`)) as Figure] as const),
);

/** Anything a reader can set. */
function settings(controls: Controls): fc.Arbitrary<Settings> {
  const values = Object.entries(controls).map(([key, control]) => [key, valuesOf(control)]);
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<number | string>>);
}

function valuesOf(control: Control): fc.Arbitrary<number | string> {
  if ('options' in control) return fc.constantFrom(...control.options.map(({ value }) => value));
  const { min, max, step, scale } = control;
  if (scale === 'log')
    return fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
  return fc
    .nat({ max: Math.round((max - min) / (step ?? 1)) })
    .map((steps) => Number((min + steps * (step ?? 1)).toFixed(6)));
}

/** Every number, text and object inside plain data. */
function everything(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return [value, ...Object.values(value).flatMap(everything)];
}

test('the five experiments of chapter 1 are here', () => {
  expect(experiments.map(([id]) => id)).toEqual(
    expect.arrayContaining([
      'finite-difference-error',
      'gradient-descent',
      'gradient-vector',
      'parameter-update',
      'secant-to-tangent',
    ]),
  );
});

group.each(experiments)('%s', (id, experiment) => {
  const { defaults, controls, follow, run, describe, tables, program } = experiment;

  test('is named as its folder', () => {
    expect(experiment.id).toBe(id);
    expect(experiment.title).not.toBe('');
  });

  test('has a control for every parameter, with the default inside its bounds', () => {
    expect(Object.keys(controls)).toEqual(Object.keys(defaults));
    for (const [key, control] of Object.entries(controls))
      if ('options' in control)
        expect(control.options.map(({ value }) => value)).toContain(defaults[key]);
      else {
        expect(Number(defaults[key])).toBeGreaterThanOrEqual(control.min);
        expect(Number(defaults[key])).toBeLessThanOrEqual(control.max);
      }
  });

  test('starts where its settings lead', () => {
    expect(defaults).toMatchObject(follow?.(defaults) ?? {});
  });

  test('gives plain data without NaN and says something for anything a reader can set', () => {
    fc.assert(
      fc.property(settings(controls), (params) => {
        const result = run(params);
        expect(structuredClone(result)).toEqual(result);
        const parts = everything([result, tables(params, result)]);
        expect(parts.some((part) => part instanceof Tensor || Number.isNaN(part))).toBe(false);
        const words = describe(params, result);
        expect(words).toMatch(/^.+\.$/);
        expect(words).not.toMatch(/\b(nan|undefined|null)\b/i);
      }),
      { numRuns: 60 },
    );
  });

  test('has tables whose rows are as long as their heads', () => {
    for (const { caption, columns, rows } of tables(defaults, run(defaults))) {
      expect(caption).not.toBe('');
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  test('gives the same twice and leaves its parameters and grad mode alone', () => {
    const params = Object.freeze({ ...defaults });
    const result = run(params);
    expect(noGrad(() => run(params))).toEqual(result);
    expect(isGradEnabled()).toBe(true);
    expect(noGrad(() => [run(params), isGradEnabled()][1])).toBe(false);
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
    const [code = '', output = ''] = program(defaults, run(defaults)).split('# Expected output:\n');
    expect(code).toContain('import torch');
    expect(
      output
        .trimEnd()
        .split('\n')
        .every((line) => line.startsWith('# ')),
    ).toBe(true);
  });
});
