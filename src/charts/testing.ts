import type { Theme } from './style.ts';
import type { ChartSpec } from './types.ts';

/** An empty chart from −5 to 5 by 0 to 50, changed as a test wants. */
export function chart(changes: Partial<ChartSpec> = {}): ChartSpec {
  return {
    x: { label: 'x', min: -5, max: 5 },
    y: { label: 'y', min: 0, max: 50 },
    ...{ curves: [], points: [], arrows: [], handles: [], equalUnits: false },
    ...changes,
  };
}

export const testTheme: Theme = {
  ...{ paper: '#ffffff', soft: '#666666', line: '#dddddd', hair: '#eeeeee' },
  roles: {
    ...{ input: '#0000ff', function: '#000000', gradient: '#ff8800', rate: '#880088' },
    ...{ good: '#008800', bad: '#ff0000', soft: '#666666' },
  },
  font: 'sans-serif',
};
