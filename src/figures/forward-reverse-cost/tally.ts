/** Arithmetic that counts itself: every multiplication, addition, subtraction and tanh is one operation. */
export class Tally {
  operations = 0;

  times(a: number, b: number): number {
    this.operations += 1;
    return a * b;
  }

  plus(a: number, b: number): number {
    this.operations += 1;
    return a + b;
  }

  minus(a: number, b: number): number {
    this.operations += 1;
    return a - b;
  }

  tanh(a: number): number {
    this.operations += 1;
    return Math.tanh(a);
  }
}
