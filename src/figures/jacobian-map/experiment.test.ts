import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { linalg, tensor } from '@calculus/autograd';
import { ExpressionError, compile, parsePair } from '@calculus/expression';
import { golden } from '../shared/golden.test.helper.ts';
import { shrinkingSquares } from './area.ts';
import { defaults, describe, program, run, tables } from './index.ts';
import { mapsOfThePlane, none, secondMaps } from './maps.ts';
import { meanDeterminant } from './mean-determinant.ts';
import { product, readMap } from './plane-map.ts';
import { readouts } from './readouts.ts';

const tenths = fc.integer({ min: -30, max: 30 }).map((tenth) => tenth / 10);
const at = (f: string, x: number, y: number, side = 1, g = none) => run({ f, g, x, y, side });
const words = (f: string, x: number, y: number) => {
  const params = { ...defaults, f, x, y };
  return describe(params, run(params));
};

group('the Jacobian', () => {
  test('of (x² + y, xy) at (1, 2) is [[2, 1], [2, 1]], which flattens the plane', () => {
    // [[2x, 1], [y, x]] = [[2, 1], [2, 1]]; det = 2·1 − 1·2 = 0; JᵀJ = [[8, 4], [4, 2]] has
    // eigenvalues 10 and 0, so that the singular values are √10 = 3.162 and 0.
    const result = run(defaults);
    expect(result.jacobian).toEqual([[2, 1], [2, 1]]); // prettier-ignore
    expect(result).toMatchObject({
      value: { x: 3, y: 2 },
      det: 0,
      singularValues: [Math.sqrt(10), 0],
    });
    expect(describe(defaults, result)).toBe(
      'At (1, 2) J = [[2, 1], [2, 1]]. Its determinant is 0: J flattens the square to a line, and cannot be undone. Lengths are multiplied by 0 to 3.162, depending on their direction.',
    );
  });

  test('of every map in the list is that of central differences', () => {
    const h = 1e-5;
    fc.assert(
      fc.property(fc.constantFrom(...mapsOfThePlane), tenths, tenths, ({ value: f }, x, y) => {
        fc.pre(Math.abs(x) > 0.05 && Math.abs(y) > 0.05);
        const { jacobian } = at(f, x, y);
        for (const [row, part] of parsePair(f)
          .map((part) => compile(part))
          .entries()) {
          const along = (part({ x: x + h, y }) - part({ x: x - h, y })) / (2 * h);
          const up = (part({ x, y: y + h }) - part({ x, y: y - h })) / (2 * h);
          const size = 1 + Math.abs(along) + Math.abs(up);
          expect(Math.abs((jacobian?.[row]?.[0] ?? NaN) - along)).toBeLessThan(1e-5 * size);
          expect(Math.abs((jacobian?.[row]?.[1] ?? NaN) - up)).toBeLessThan(1e-5 * size);
        }
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    // By hand: 2x² − y, 4(x² + y²), r, 1, eˣᐟ², 2x, −1/(x² + y²)²
    ['x^2+y, x*y', (x: number, y: number) => 2 * x * x - y],
    ['x^2-y^2, 2x*y', (x: number, y: number) => 4 * (x * x + y * y)],
    ['x*cos(y), x*sin(y)', (x: number) => x],
    ['2x, y/2', () => 1],
    ['y, x', () => -1],
    ['x, y*exp(x/2)+sin(x)', (x: number) => Math.exp(x / 2)],
    ['x^2, y', (x: number) => 2 * x],
    ['x+y, 2x+2y', () => 0],
    ['x/(x^2+y^2), y/(x^2+y^2)', (x: number, y: number) => -1 / (x * x + y * y) ** 2],
  ])('of %s has the determinant derived by hand', (f, byHand) => {
    fc.assert(
      fc.property(tenths, tenths, (x, y) => {
        fc.pre(Math.hypot(x, y) > 0.3);
        expect(at(f, x, y).det).toBeCloseTo(byHand(x, y), 10);
      }),
      { numRuns: 30 },
    );
  });

  test('has the singular values of svdvals, whose product is |det|', () => {
    fc.assert(
      fc.property(fc.constantFrom(...mapsOfThePlane), tenths, tenths, ({ value: f }, x, y) => {
        const { jacobian, singularValues, det } = at(f, x, y);
        fc.pre(jacobian !== null && singularValues !== null);
        const svd = linalg.svdvals(tensor(jacobian, { dtype: 'float64' })).tolist() as number[];
        const [most, least] = singularValues;
        expect(most).toBeCloseTo(svd[0] ?? NaN, 9);
        expect(least).toBeCloseTo(svd[1] ?? NaN, 9);
        expect(Math.abs(most * least - Math.abs(det ?? NaN))).toBeLessThan(1e-9 * (1 + most ** 2));
      }),
      { numRuns: 30 },
    );
  });
});

group('two maps, one after the other', () => {
  test('have the product of their Jacobians, each taken where the point passes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...mapsOfThePlane),
        fc.constantFrom(...secondMaps.slice(1)),
        tenths,
        tenths,
        ({ value: f }, { value: g }, x, y) => {
          const { jacobian, factors } = at(f, x, y, 1, g);
          fc.pre(jacobian !== null && factors !== null);
          const byHand = product(factors.second, factors.first).flat();
          for (const [i, entry] of jacobian.flat().entries())
            expect(Math.abs(entry - (byHand[i] ?? NaN))).toBeLessThan(1e-9 * (1 + Math.abs(entry)));
          const inner = at(f, x, y);
          expect(factors.first).toEqual(inner.jacobian);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('Wx + b and then tanh of each are the layer, whose Jacobian is diag(1 − tanh²) W', () => {
    // W = [[1, 0.5], [−0.5, 1]], b = (−0.5, 0); at (0.4, −0.3) Wx + b = (−0.25, −0.5).
    const [p, q] = [1 - Math.tanh(-0.25) ** 2, 1 - Math.tanh(-0.5) ** 2];
    const composed = at('x+y/2-0.5, y-x/2', 0.4, -0.3, 1, 'tanh(x), tanh(y)');
    const layer = at('tanh(x+y/2-0.5), tanh(y-x/2)', 0.4, -0.3);
    for (const { jacobian, det } of [composed, layer]) {
      const wanted = [p, p / 2, -q / 2, q];
      for (const [i, entry] of (jacobian ?? []).flat().entries())
        expect(entry).toBeCloseTo(wanted[i] ?? NaN, 12);
      expect(det).toBeCloseTo(1.25 * p * q, 12);
    }
    expect(composed.factors?.first).toEqual([[1, 0.5], [-0.5, 1]]); // prettier-ignore
    expect(layer.factors).toBeNull();
    expect(composed.between).not.toBeNull();
  });

  test('relu switches rows of W off: on one side of a crease the plane is flattened', () => {
    // At (2, −1): (2 − 0.5 − 0.5, −1 − 1) = (1, −2), so that the second unit is off.
    const { jacobian, det } = at('relu(x+y/2-0.5), relu(y-x/2)', 2, -1);
    expect(jacobian).toEqual([[1, 0.5], [0, 0]]); // prettier-ignore
    expect(det).toBe(0);
  });

  test('are told as a product, in the readout and in words', () => {
    const params = { ...defaults, f: '2x, y/2', g: 'y, x' };
    const result = run(params);
    // [[0, 1], [1, 0]] · [[2, 0], [0, 0.5]] = [[0, 0.5], [2, 0]]
    expect(readouts(result).product).toBe('[[0, 1], [1, 0]] · [[2, 0], [0, 0.5]]');
    expect(readouts(result).jacobian).toBe('[[0, 0.5], [2, 0]]');
    expect(describe(params, result)).toMatch(
      /J is the product of the Jacobian of g at the image, \[\[0, 1\], \[1, 0\]\], and that of f at the point, \[\[2, 0\], \[0, 0\.5\]\]\.$/,
    );
    expect(readouts(run(defaults)).product).toBeNull();
  });
});

test('what may have a hole is known by its formula, and only that is checked for one', () => {
  const { continuous } = readMap('x*exp(y/2), max(relu(x), tanh(y))^3');
  expect(continuous).toBe(true);
  for (const part of ['1/x', 'x/0', 'x^0.5', 'x^y', 'ln(x)', 'tan(x)', 'sqrt(x)', 'floor(x)'])
    expect(readMap(`${part}, y`).continuous, part).toBe(false);
  // Whatever is not checked would have passed.
  for (const { value: f } of mapsOfThePlane) {
    const map = readMap(f);
    if (!map.continuous) continue;
    const { mean } = meanDeterminant(map, { centre: { x: 1.3, y: 0.7 }, side: 1 });
    expect(Math.abs((at(f, 1.3, 0.7).areaFactor ?? NaN) - mean)).toBeLessThan(0.05);
  }
});

group('areas', () => {
  test('of the image of a square centred at (x, y) with side h under z² is exactly 4(x² + y²) + 2h²/3', () => {
    // The mean of 4(s² + t²) over the square: 4x² + 4y² + 4·(h²/12 + h²/12).
    fc.assert(
      fc.property(tenths, tenths, fc.constantFrom(0.1, 0.5, 1, 2), (x, y, h) => {
        const factor = at('x^2-y^2, 2x*y', x, y, h).areaFactor;
        expect(factor).toBeCloseTo(4 * (x * x + y * y) + (2 * h * h) / 3, 9);
      }),
      { numRuns: 30 },
    );
  });

  test('tend to det as the square shrinks, four times nearer for half the side', () => {
    // The mean of det over a square misses det at its middle by h²/24 · Δ det + …
    for (const { value: f } of mapsOfThePlane.slice(0, 9)) {
      const { det } = at(f, 0.7, -1.3);
      const squares = shrinkingSquares(readMap(f), { centre: { x: 0.7, y: -1.3 }, side: 1 });
      const misses = squares.map(({ factor }) => Math.abs((factor ?? NaN) - (det ?? NaN)));
      for (const [i, miss] of misses.slice(1).entries())
        expect(miss).toBeLessThanOrEqual((misses[i] ?? 0) / 3.5 + 1e-9);
    }
  });

  test('cancel where the square is folded over: (x², y) covers the right side once from each side', () => {
    expect(at('x^2, y', 0, 1).areaFactor).toBe(0);
    expect(at('abs(x), y', 0, 1).areaFactor).toBe(0);
    // From −0.4 to 0.6: 0.6 of the square keeps its side, 0.4 is turned over.
    expect(at('abs(x), y', 0.1, 1).areaFactor).toBeCloseTo(0.2, 12);
  });

  test('are none where the square has a hole or leaves the domain', () => {
    expect(at('x/(x^2+y^2), y/(x^2+y^2)', 0.3, 0.2, 1).areaFactor).toBeNull();
    expect(at('x/(x^2+y^2), y/(x^2+y^2)', 0.3, 0.2, 0.3).areaFactor).not.toBeNull();
    expect(at('sqrt(x), y', 0.2, 0, 1).areaFactor).toBeNull();
  });
});

group('in words', () => {
  test('a mirror turns the square over, a rotation changes nothing but the direction', () => {
    expect(words('y, x', 1, 2)).toContain(
      'is −1: areas stay the same, and the square is turned over',
    );
    expect(words('0.8x-0.6y, 0.6x+0.8y', 1, 2)).toMatch(
      /is 1: areas stay.*not turned over.*length is multiplied by 1\./,
    );
  });

  test('polar coordinates at r = 0 flatten the square, z² at 0 sends it to a point', () => {
    expect(words('x*cos(y), x*sin(y)', 0, 1)).toContain('J flattens the square to a line');
    expect(words('x^2-y^2, 2x y', 0, 0)).toContain(
      'J is zero: it sends the whole square to one point.',
    );
  });

  test('what is undefined is said, not shown', () => {
    expect(at('x/(x^2+y^2), y', 0, 0)).toMatchObject({
      value: null,
      jacobian: null,
      det: null,
      singularValues: null,
    });
    expect(words('x/(x^2+y^2), y', 0, 0)).toBe(
      'The map is not defined at (0, 0): it has no Jacobian there.',
    );
    expect(words('1/(x-x), y', 1, 2)).toBe('The map is not defined anywhere in the picture.');
    expect(words('sqrt(x), y', 0, 1)).toBe(
      'The map takes (0, 1) to (0, 1), but its Jacobian does not exist there.',
    );
    expect(words('ln(x), y', -1, 1)).toContain('not defined at (−1, 1)');
  });

  test('a kink is called one, with the convention of PyTorch', () => {
    expect(words('abs(x), y', 0, 1)).toBe(
      'The map has a kink at (0, 1): no single linear map describes it there. PyTorch answers J = [[0, 0], [0, 1]].',
    );
  });
});

test('at a kink the readouts have no Jacobian, and what PyTorch answers in brackets', () => {
  // |x| has slopes −1 and 1 at 0; PyTorch answers 0, and so J = [[0, 0], [0, 1]], flat.
  const result = at('abs(x), y', 0, 1);
  expect(readouts(result)).toEqual({
    product: null,
    value: '(0, 1)',
    jacobian: 'none (PyTorch: [[0, 0], [0, 1]])',
    det: 'none (PyTorch: 0)',
    singularValues: 'none (PyTorch: (1, 0))',
  });
  expect(tables({ ...defaults, f: 'abs(x), y', x: 0, y: 1 }, result)[0]?.caption).toMatch(
    /what PyTorch answers for a Jacobian that a kink does not have/,
  );
  expect(readouts(at('abs(x), y', 0.1, 1)).det).toBe(1);
});

test('formulas that cannot be read are errors with their place in the whole text', () => {
  expect(() => at('x y', 1, 1)).toThrow('That is one formula.');
  expect(() => at('x, y, 1', 1, 1)).toThrow('A third formula begins');
  expect(() => at('x, 2 + constructor', 1, 1)).toThrow(ExpressionError);
});

interface VectorCase {
  id: string;
  kind: 'vector_function';
  dtype: string;
  inputs: { x: [number, number] };
  expected: { output: number[]; jacobian: number[][]; output_str: string; jacobian_str: string };
}

for (const { id, inputs, expected } of golden<VectorCase>('vector_function', 'float32'))
  test(`${id} is PyTorch's output and Jacobian`, () => {
    const params = { ...defaults, x: inputs.x[0], y: inputs.x[1] };
    const result = run(params);
    const rows = tables(params, result)[1]?.rows ?? [];
    expect(rows).toHaveLength(expected.jacobian.length);
    for (const [i, row] of expected.jacobian.entries())
      for (const [j, number] of [expected.output[i], ...row].entries())
        expect(Number(rows[i]?.[j + 1])).toBeCloseTo(number ?? NaN, 6);
    const printed = program(params).replaceAll('\n# ', '\n');
    expect(printed).toContain(expected.jacobian_str);
  });

test('the program prints what the readouts say', () => {
  const printed = (f: string) => program({ ...defaults, f });
  expect(printed('x^2-y^2, 2x y')).toContain(
    [
      '# jacobian        = [[2, -4], [4, 2]]',
      '# det             = 20',
      '# singular values = (4.472136, 4.472136)',
      '# area factor     = 20.6667',
    ].join('\n'),
  );
  expect(printed('x, 2')).toContain('return x + 0 * y, 2 + 0 * x + 0 * y');
});

test('the pictures hold the point, and the window around its image all of the parallelogram', () => {
  fc.assert(
    fc.property(fc.constantFrom(...mapsOfThePlane), tenths, tenths, ({ value: f }, x, y) => {
      const { image, value } = at(f, x, y);
      fc.pre(value !== null);
      const holds = ({ x, y }: typeof image.window, point: { x: number; y: number | null }) =>
        point.x >= x.min &&
        point.x <= x.max &&
        (point.y ?? NaN) >= y.min &&
        (point.y ?? NaN) <= y.max;
      expect(holds(image.window, value)).toBe(true);
      for (const corner of image.parallelogram) expect(holds(image.near, corner)).toBe(true);
      for (const { x, y } of [image.window, image.near])
        expect(x.max - x.min).toBeCloseTo(y.max - y.min, 9);
    }),
    { numRuns: 40 },
  );
});
