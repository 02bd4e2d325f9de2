import type { Role } from './contract.ts';

/** The custom property that holds a role's colour. */
export const roleColour = (role: Role | undefined): string =>
  role === undefined || role === 'function' ? 'var(--ink)' : `var(--${role})`;
