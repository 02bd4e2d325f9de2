/** Two checkouts on one machine can be tested at once if each names its own port. */
export const port = Number(process.env['E2E_PORT'] ?? 4331);
export const root = `http://localhost:${String(port)}`;
/** The same site, built to live below a path. */
export const basedPort = port + 1;
export const basedRoot = `http://localhost:${String(basedPort)}/course/`;
