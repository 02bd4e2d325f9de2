/** A number of pixels to a hundredth, as short as it can be written. */
export const short = (value: number): string => String(Math.round(value * 100) / 100 || 0);

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

type Attributes = Readonly<Record<string, string | number | null>>;

/** An element of SVG; attributes that are null are left out. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === null) return [];
    return ` ${key}="${typeof value === 'number' ? short(value) : escaped(value)}"`;
  });
  return `<${name}${given.join('')}${content ? `>${content}</${name}>` : '/>'}`;
}

/** A whole SVG file, on a ground of one colour. */
export const svgFile = (
  { width, height }: { width: number; height: number },
  title: string,
  ground: string,
  content: string,
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${short(width)} ${short(height)}`,
      role: 'img',
    },
    element('title', {}, escaped(title)) +
      element('rect', { width: '100%', height: '100%', fill: ground }) +
      content,
  )}\n`;
