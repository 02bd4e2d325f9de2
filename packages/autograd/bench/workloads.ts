import { fields } from './fields.ts';
import { networks } from './networks.ts';
import { scalars } from './scalars.ts';

export const workloads = [...scalars, ...fields, ...networks].sort((a, b) =>
  a.name.localeCompare(b.name),
);
