import { expect, test } from 'vitest';
import { allowing, creditsOf, originOf } from '$lib/map/tiles.ts';

const policy = "default-src 'self'; img-src 'self' data: blob:; script-src 'self'";

test('a policy lets images come from the tiles’ own server, and nothing else from there', () => {
  const tiles = { url: 'https://tile.example.org/{z}/{x}/{y}.png', attribution: '' };
  expect(allowing(policy, tiles)).toBe(
    "default-src 'self'; img-src https://tile.example.org 'self' data: blob:; script-src 'self'",
  );
  expect(allowing(policy, undefined)).toBe(policy);
  expect(originOf({ url: 'https://{s}.tile.example.org:8443/{z}/{x}/{y}.png' })).toBe(
    'https://*.tile.example.org:8443',
  );
  expect(originOf({ url: "https://x' https://evil/{z}/{x}/{y}" })).toBe('');
});

test('the line that a tile server asks for keeps its links, and runs nothing', () => {
  expect(creditsOf('&copy; <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a> contributors')).toEqual([
    { text: '© ' },
    { text: 'OpenStreetMap', href: 'https://www.openstreetmap.org/copyright' },
    { text: ' contributors' },
  ]);
  expect(creditsOf('<a href="javascript:alert(1)">x</a><img src=x onerror=alert(1)> IGN')).toEqual([{ text: 'x IGN' }]);
  expect(creditsOf('')).toEqual([]);
});
