/** What the network is given of a point. */

const features: Readonly<
  Record<string, { names: string[]; of: (x: number, y: number) => number[] }>
> = {
  xy: { names: ['x', 'y'], of: (x, y) => [x, y] },
  xyp: { names: ['x', 'y', 'xy'], of: (x, y) => [x, y, x * y] },
  squares: { names: ['x', 'y', 'x²', 'y²'], of: (x, y) => [x, y, x * x, y * y] },
};

function known(name: string) {
  const found = features[name];
  if (!found)
    throw new RangeError(`train-net: features must be known, got ${JSON.stringify(name)}`);
  return found;
}

export const featureNames = (name: string): string[] => known(name).names;
export const featuresOf = (name: string, x: number, y: number): number[] => known(name).of(x, y);
