/** What a page and its worker say to each other. A job is one run or one session, by its number. */

import type { Failure } from '../attempt.ts';

export type Request =
  /** Without parameters: the figure's defaults. */
  | { type: 'run'; job: number; figure: string; params?: object | undefined }
  | { type: 'open'; job: number; figure: string; params: object }
  | { type: 'advance'; job: number; steps: number }
  | { type: 'send'; job: number; message: unknown }
  /** Calls off a run, or closes a session. */
  | { type: 'end'; job: number };

export type Reply =
  | { type: 'progress'; job: number; share: number }
  /** What a run gave, or where a session stands. */
  | { type: 'result'; job: number; result: unknown }
  | { type: 'error'; job: number; failure: Failure };
