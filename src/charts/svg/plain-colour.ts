/** A colour that every reader of SVG knows, and how opaque it is: from 0 to 1. */
export interface PlainColour {
  hex: string;
  alpha: number;
}

/**
 * Any CSS colour in six hexadecimal digits: painted on a pixel and read from it, for a page's computed
 * colours may be in oklab, which few programs beside browsers read.
 */
export function plainColour(css: string, pixel: CanvasRenderingContext2D): PlainColour {
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  const digits = [red, green, blue].map((part) => part.toString(16).padStart(2, '0'));
  return { hex: `#${digits.join('')}`, alpha: alpha / 255 };
}
