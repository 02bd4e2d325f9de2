import { type Case } from './case.ts';

export function checkBackprop(stored: Case): void {
  throw new Error(`unknown kind ${String(stored['kind'])}`);
}
