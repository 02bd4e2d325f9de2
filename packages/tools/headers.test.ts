import { expect, test } from 'vitest';
import { headersFor, readHeaders } from './headers.ts';

const rules = readHeaders(`# said once
/*
  X-Content-Type-Options: nosniff
/_astro/*
  Cache-Control: public, max-age=31536000
/
  Content-Security-Policy: frame-ancestors 'self'
`);

test('an address gets the headers of every pattern that matches it', () => {
  expect(headersFor(rules, '/_astro/a.js')).toEqual([
    ['X-Content-Type-Options', 'nosniff'],
    ['Cache-Control', 'public, max-age=31536000'],
  ]);
});

test('a pattern without a star is one address', () => {
  expect(headersFor(rules, '/').map(([name]) => name)).toContain('Content-Security-Policy');
  expect(headersFor(rules, '/gradient/').map(([name]) => name)).toEqual(['X-Content-Type-Options']);
});

test('a header without a pattern is refused', () => {
  expect(() => readHeaders('  A: b')).toThrow('a line is a pattern');
});
