/** An address inside the course, whatever base path it is served under. */
export const path = (address: string): string =>
  import.meta.env.BASE_URL.replace(/\/$/, '') + address;
