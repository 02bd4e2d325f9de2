/** The symbols of the course: what they stand for, and where they are introduced. */

export interface Symbol {
  /** With the macros of the chapters: \x input, \f function, \g gradient, \lr learning rate. */
  tex: string;
  /** $TeX$ is typeset here. */
  meaning: string;
  /** Section that introduces it, from the root of the site. */
  place: string;
}

export const notation: readonly { title: string; symbols: readonly Symbol[] }[] = [
  {
    title: 'Derivatives',
    symbols: [
      {
        tex: String.raw`\x{x},\ \x{y},\ \x{x_i}`,
        meaning: 'Inputs: the numbers that may be changed.',
        place: '/derivatives-and-gradients/#slope',
      },
      {
        tex: String.raw`\f{f(}\x{x}\f{)}`,
        meaning: 'A function, and its value at $\\x{x}$.',
        place: '/derivatives-and-gradients/#slope',
      },
      {
        tex: 'h',
        meaning: 'A small step. In chapter 3 also the inner function.',
        place: '/derivatives-and-gradients/#slope',
      },
      {
        tex: String.raw`\g{f'(x)},\ \g{\tfrac{df}{dx}}`,
        meaning: 'The derivative of $f$ with respect to $\\x{x}$.',
        place: '/derivatives-and-gradients/#slope',
      },
      {
        tex: String.raw`\g{\tfrac{\partial f}{\partial x_i}}`,
        meaning: 'The partial derivative: all other variables are held constant.',
        place: '/partial-derivatives/#hold',
      },
      {
        tex: String.raw`\g{\nabla f}`,
        meaning: 'The gradient: the list of all partial derivatives. Read “nabla f” or “grad f”.',
        place: '/gradient/#definition',
      },
      {
        tex: String.raw`\g{\nabla f}\cdot\mathbf u`,
        meaning: 'The slope in the direction $\\mathbf u$ of length 1.',
        place: '/derivatives-and-gradients/#partials',
      },
      {
        tex: 'H',
        meaning: 'The Hessian: the matrix of all second partial derivatives.',
        place: '/hessian/#second-derivatives',
      },
      {
        tex: 'J',
        meaning: 'The Jacobian: a row for each output, a column for each input.',
        place: '/jacobian/#matrix',
      },
      {
        tex: String.raw`v^\top J,\ J u`,
        meaning: 'A vector–Jacobian product (one backward pass) and a Jacobian–vector product.',
        place: '/jacobian/#backward',
      },
      {
        tex: String.raw`\g{\delta}`,
        meaning:
          'A gradient on its way back: the derivative of the loss with respect to a value inside the network.',
        place: '/chain-rule/#network',
      },
      {
        tex: String.raw`\Delta`,
        meaning: 'A change, as in $\\Delta x$.',
        place: '/chain-rule/#one-path',
      },
    ],
  },
  {
    title: 'Descent',
    symbols: [
      {
        tex: String.raw`\lr{\eta}`,
        meaning: 'The learning rate.',
        place: '/derivatives-and-gradients/#descent',
      },
      {
        tex: String.raw`x \leftarrow \dots`,
        meaning: 'From now on $x$ is what stands on the right.',
        place: '/derivatives-and-gradients/#descent',
      },
      {
        tex: String.raw`\lambda,\ \lambda_{\min},\ \lambda_{\max}`,
        meaning: 'An eigenvalue of the Hessian: a curvature. The smallest and the largest.',
        place: '/hessian/#model',
      },
      {
        tex: String.raw`\kappa`,
        meaning: String.raw`The condition number $\lambda_{\max}/\lambda_{\min}$.`,
        place: '/hessian/#speed',
      },
      {
        tex: String.raw`\lr{\alpha},\ \beta`,
        meaning: 'With momentum: the step size, and the share of the last step that is kept.',
        place: '/hessian/#speed',
      },
      {
        tex: String.raw`\varepsilon`,
        meaning:
          'The gap between 1 and the next number that a computer stores; in optimizers and normalisation a small number that keeps a divisor away from 0.',
        place: '/derivatives-and-gradients/#computing',
      },
      {
        tex: String.raw`O(h^2)`,
        meaning: 'At most some constant times $h^2$ once $h$ is small.',
        place: '/derivatives-and-gradients/#computing',
      },
    ],
  },
  {
    title: 'Networks',
    symbols: [
      {
        tex: String.raw`\x{X}`,
        meaning: 'A batch of examples, one in each row.',
        place: '/partial-derivatives/#layer',
      },
      {
        tex: String.raw`W,\ b`,
        meaning: 'The weights and the bias of a layer.',
        place: '/partial-derivatives/#layer',
      },
      {
        tex: String.raw`Y = \x{X}W^\top + b`,
        meaning: 'What a linear layer gives.',
        place: '/partial-derivatives/#layer',
      },
      {
        tex: String.raw`\g{G}`,
        meaning: String.raw`The gradient of the loss with respect to $Y$; it has the shape of $Y$.`,
        place: '/partial-derivatives/#layer',
      },
      {
        tex: 'L',
        meaning: 'The loss.',
        place: '/chain-rule/#network',
      },
      {
        tex: String.raw`\operatorname{relu}(z) = \max(z, 0)`,
        meaning: 'The activation that lets positive numbers pass and answers 0 for others.',
        place: '/derivatives-and-gradients/#kinks',
      },
      {
        tex: 'Q,\\ K,\\ V',
        meaning: 'The queries, keys and values of attention, one row for each token.',
        place: '/transformers/#attention',
      },
      {
        tex: String.raw`S = QK^\top/\sqrt d`,
        meaning: 'The scores of attention; $d$ is the length of a query.',
        place: '/transformers/#attention',
      },
    ],
  },
  {
    title: 'Vectors and matrices',
    symbols: [
      {
        tex: String.raw`\mathbf u,\ \mathbf p,\ \mathbf g`,
        meaning: 'Upright bold letters are vectors: a direction, a point, a gradient.',
        place: '/gradient/#steepest',
      },
      {
        tex: String.raw`\mathbf a\cdot\mathbf b`,
        meaning: 'The dot product: products of entries, added up.',
        place: '/derivatives-and-gradients/#partials',
      },
      {
        tex: String.raw`\lVert\mathbf u\rVert`,
        meaning: 'The norm, or length: the square root of the sum of the squared entries.',
        place: '/gradient/#steepest',
      },
      {
        tex: String.raw`A^\top,\ A^{-1}`,
        meaning: 'The transpose (rows become columns) and the inverse.',
        place: '/partial-derivatives/#layer',
      },
      {
        tex: String.raw`a\circ b`,
        meaning: 'The product entry by entry.',
        place: '/chain-rule/#network',
      },
      {
        tex: String.raw`\det J`,
        meaning: 'The determinant: the factor on areas and volumes.',
        place: '/jacobian/#areas',
      },
      {
        tex: String.raw`\sigma`,
        meaning: 'A singular value of a matrix; with noise and in layer norm a standard deviation.',
        place: '/jacobian/#lengths',
      },
    ],
  },
];
