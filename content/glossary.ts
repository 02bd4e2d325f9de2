/** The words of the course. Where a word is explained is read from the chapters: each `<Term>` of them. */

export interface Entry {
  /** As the glossary lists it. */
  term: string;
  /** How else the text writes it. Wherever it does, it is linked. */
  forms?: readonly string[];
  /** What a chapter calls it where it explains it, if that word is too common to be linked. */
  explainedAs?: readonly string[];
  /** One or two plain sentences; shown beside the text, where formulas are not typeset. */
  definition: string;
  /** Terms that belong to it. */
  see?: readonly string[];
  /** The word means other things too: only its other forms are linked. */
  ambiguous?: true;
  /** Said so often that one link in a chapter is enough; other terms are linked once in a section. */
  common?: true;
}

export const glossary: readonly Entry[] = [
  {
    term: 'activation',
    forms: ['activations', 'activation function'],
    definition:
      'A function such as relu or tanh that is applied to each output of a layer, and what it gives.',
    see: ['saturated', 'dead relu'],
    common: true,
  },
  {
    term: 'attention',
    definition:
      'A layer in which each token takes an average of the values of all tokens, with weights that say how well its query matches their keys.',
    see: ['query', 'key', 'value', 'softmax'],
  },
  {
    term: 'attention weights',
    forms: ['attention weight'],
    definition:
      'The numbers of one row of softmax(QKᵀ/√d): positive, adding up to 1, one for each token that is attended to.',
    see: ['attention', 'score'],
  },
  {
    term: 'automatic differentiation',
    forms: ['autograd'],
    definition:
      'Finding exact derivatives of a program by applying the chain rule to the operations that it ran. No step size is chosen and no formula is manipulated.',
    see: ['forward mode', 'reverse mode', 'chain rule'],
  },
  {
    term: 'backpropagation',
    definition:
      'The chain rule carried out from the loss backwards, node by node, so that one pass gives the derivatives with respect to all parameters.',
    see: ['chain rule', 'reverse mode', 'backward pass'],
  },
  {
    term: 'backward pass',
    forms: ['backward passes'],
    definition:
      'The walk through the recorded operations from the result to the inputs that multiplies and adds their local derivatives.',
    see: ['forward pass', 'backpropagation'],
  },
  {
    term: 'batch',
    definition: 'The examples that pass through a network together in one step of training.',
    see: ['mini-batch'],
    ambiguous: true,
  },
  {
    term: 'batch normalisation',
    definition:
      'Shifting and scaling each feature so that over the batch it has mean 0 and variance 1, followed by a learned scale and shift.',
    see: ['layer normalisation', 'variance'],
  },
  {
    term: 'bias',
    forms: ['biases'],
    definition: 'A parameter of a layer that is added, where a weight multiplies.',
    see: ['weight', 'linear layer'],
    common: true,
  },
  {
    term: 'causal mask',
    definition:
      'What forbids a token to attend to later ones: their scores are set to −∞ before softmax, so their weights are 0.',
    see: ['attention', 'score'],
  },
  {
    term: 'central difference',
    forms: ['central differences'],
    definition:
      '(f(x+h) − f(x−h)) / 2h, an estimate of f′(x) whose truncation error shrinks like h².',
    see: ['forward difference', 'truncation'],
  },
  {
    term: 'chain rule',
    definition:
      'The derivative of f(g(x)) is f′(g(x)) · g′(x): along a path derivatives multiply, and over several paths they add.',
    see: ['composition', 'backpropagation'],
  },
  {
    term: 'checkpoints',
    forms: ['checkpointing', 'checkpoint'],
    definition:
      'Keeping only some values of the forward pass and computing the others again during the backward pass: less memory for more work.',
    see: ['forward pass', 'backward pass'],
  },
  {
    term: 'complex step',
    definition:
      'Estimating f′(x) by the imaginary part of f(x + ih) divided by h. Nothing is subtracted, so h may be tiny; f must have a complex derivative.',
    see: ['central difference', 'rounding'],
  },
  {
    term: 'composition',
    forms: ['compositions'],
    definition: 'One function put into another: f(g(x)).',
    see: ['chain rule'],
  },
  {
    term: 'computational graph',
    forms: ['computational graphs'],
    definition:
      'The record of a computation: a node for each value, an edge from each value to the operations that used it.',
    see: ['node', 'edge', 'leaf'],
  },
  {
    term: 'condition number',
    forms: ['condition numbers'],
    definition:
      'Of a symmetric positive definite matrix such as the Hessian at a strict minimum: its largest eigenvalue divided by its smallest. The larger it is, the slower gradient descent.',
    see: ['eigenvalue', 'Hessian', 'ravine'],
  },
  {
    term: 'continuous',
    definition:
      'A function is continuous at a point if its value there is the limit of its values nearby: little changes in, little changes out.',
    see: ['limit', 'differentiable'],
    ambiguous: true,
  },
  {
    term: 'contour line',
    forms: ['contour lines', 'contours'],
    definition: 'A line that joins points at which a function of two variables has the same value.',
    see: ['level set', 'gradient'],
  },
  {
    term: 'convex',
    definition:
      'A function is convex if the straight line between any two points of its graph lies nowhere below the graph. Each of its local minima is a global one.',
    see: ['strongly convex', 'local minimum'],
  },
  {
    term: 'critical point',
    forms: ['critical points'],
    definition: 'A point where the gradient is zero, such as a minimum, a maximum or a saddle.',
    see: ['saddle', 'local minimum'],
  },
  {
    term: 'cross-entropy',
    definition:
      'The loss −log p, where p is the probability that the model gave to the right answer.',
    see: ['softmax', 'logits'],
  },
  {
    term: 'curvature',
    forms: ['curvatures'],
    definition:
      'The second derivative of a function along a direction of length 1: how fast its slope changes there.',
    see: ['second derivative', 'Hessian'],
  },
  {
    term: 'dead relu',
    forms: ['dead relus', 'dead unit', 'dead units'],
    explainedAs: ['dead'],
    definition:
      'A unit whose input to relu is negative for every example: its output and its gradients are 0, so it does not learn.',
    see: ['activation', 'saturated'],
  },
  {
    term: 'derivative',
    forms: ['derivatives'],
    definition:
      'The limit of (f(x+h) − f(x)) / h as h goes to 0: how fast f changes at x, and in which direction.',
    see: ['limit', 'tangent', 'secant'],
    common: true,
  },
  {
    term: 'descent lemma',
    definition:
      'If the gradient of f changes at most L times as fast as the point moves, a step of rate η lowers f by at least η(1 − Lη/2)‖∇f‖².',
    see: ['L-smooth', 'learning rate'],
  },
  {
    term: 'determinant',
    forms: ['determinants'],
    definition:
      'The factor by which a square matrix multiplies areas or volumes; negative if it turns them over, 0 if it flattens them.',
    see: ['Jacobian', 'singular'],
  },
  {
    term: 'differentiable',
    definition:
      'A function is differentiable at a point if a linear function of the step describes its change up to an error that is small even compared with the step.',
    see: ['derivative', 'Jacobian'],
  },
  {
    term: 'directional derivative',
    forms: ['directional derivatives'],
    definition:
      'The slope of a function along a direction u of length 1. Where the function is differentiable it is ∇f · u.',
    see: ['gradient'],
  },
  {
    term: 'early stopping',
    definition: 'Ending training when the loss on held-out data no longer falls.',
    see: ['epoch'],
  },
  {
    term: 'edge',
    definition: 'An arrow of a computational graph, from a value to an operation that used it.',
    see: ['computational graph', 'node'],
    ambiguous: true,
  },
  {
    term: 'edge of chaos',
    definition:
      'The size of random weights at which, from layer to layer, neither signals nor gradients shrink or grow on average.',
    see: ['vanishing gradient', 'exploding gradient'],
  },
  {
    term: 'eigenvalue',
    forms: ['eigenvalues'],
    definition:
      'A number λ with Hu = λu for some u other than 0. For a Hessian: the curvature in the direction u.',
    see: ['eigenvector', 'condition number'],
  },
  {
    term: 'eigenvector',
    forms: ['eigenvectors'],
    definition: 'A vector other than 0 that a matrix only stretches: Hu = λu.',
    see: ['eigenvalue'],
  },
  {
    term: 'embedding',
    forms: ['embeddings'],
    definition: 'The vector of learned numbers that stands for a token.',
    see: ['token'],
  },
  {
    term: 'epoch',
    forms: ['epochs'],
    definition: 'One pass of training through all examples.',
    see: ['mini-batch'],
  },
  {
    term: 'exploding gradient',
    forms: ['exploding gradients'],
    explainedAs: ['explode', 'explodes'],
    definition:
      'A gradient that grows from layer to layer on its way back, until steps overshoot or numbers overflow.',
    see: ['vanishing gradient', 'gradient clipping'],
  },
  {
    term: 'filter normalisation',
    definition:
      'Scaling a random direction so that each part of it is as long as the weights it is added to, before a slice of a loss surface is drawn.',
    see: ['slice', 'loss surface'],
  },
  {
    term: 'forward difference',
    forms: ['forward differences'],
    definition: '(f(x+h) − f(x)) / h, an estimate of f′(x) whose truncation error shrinks like h.',
    see: ['central difference', 'truncation', 'rounding'],
  },
  {
    term: 'forward mode',
    definition:
      'Automatic differentiation from the inputs to the results. One pass gives the derivatives of all outputs along one direction of the inputs.',
    see: ['reverse mode', 'Jacobian–vector product'],
  },
  {
    term: 'forward pass',
    forms: ['forward passes'],
    definition:
      'Computing the value of a program, while it is recorded which operations led to it.',
    see: ['backward pass'],
  },
  {
    term: 'gain',
    definition:
      'The factor on the spread of initial weights that makes up for what an activation does to the size of signals; √2 for relu.',
    see: ['He initialisation', 'Xavier initialisation'],
    ambiguous: true,
  },
  {
    term: 'gradient',
    forms: ['gradients'],
    definition:
      'The list of all partial derivatives of a function. Where it is not zero it points in the direction of steepest increase, and its length is the slope there.',
    see: ['partial derivative', 'directional derivative'],
    common: true,
  },
  {
    term: 'gradient clipping',
    definition:
      'Shortening a gradient that is longer than a limit to that limit, without turning it.',
    see: ['exploding gradient', 'norm'],
  },
  {
    term: 'gradient descent',
    definition: 'Taking steps against the gradient: x ← x − η∇f(x), with a learning rate η.',
    see: ['learning rate', 'gradient'],
    common: true,
  },
  {
    term: 'gradient times input',
    definition:
      'A measure of what an input contributed: the derivative with respect to it, multiplied by its value.',
    see: ['saliency map', 'integrated gradients'],
  },
  {
    term: 'He initialisation',
    definition:
      'Random weights with variance 2 divided by the number of inputs: relu layers then keep the size of signals on average.',
    see: ['Xavier initialisation', 'gain'],
  },
  {
    term: 'head',
    forms: ['attention head', 'attention heads'],
    definition: 'One of several attentions that work side by side, each with its own weights.',
    see: ['attention'],
    ambiguous: true,
  },
  {
    term: 'Hessian',
    forms: ['Hessians'],
    definition:
      'The matrix of all second partial derivatives of a function. Where they are continuous it is symmetric, and it holds the curvature in every direction.',
    see: ['curvature', 'eigenvalue', 'second partial derivative'],
  },
  {
    term: 'hidden',
    forms: ['hidden layer', 'hidden layers', 'hidden unit', 'hidden units'],
    definition: 'Of a layer or a unit: between the inputs and the outputs of a network.',
    ambiguous: true,
  },
  {
    term: 'hook',
    definition:
      'A function that PyTorch calls with a gradient as it passes, to look at it or to replace it.',
    see: ['backward pass'],
    ambiguous: true,
  },
  {
    term: 'in place',
    forms: ['in-place operation', 'in-place operations'],
    definition:
      'An operation works in place if it overwrites its input. Autograd refuses where the backward pass would have needed the old value.',
    see: ['computational graph'],
    ambiguous: true,
  },
  {
    term: 'integrated gradients',
    definition:
      'A measure of what an input contributed: its change from a reference, times its average derivative along the straight way there. Over all inputs it adds up to the change of the output.',
    see: ['saliency map', 'gradient times input'],
  },
  {
    term: 'inverse matrix',
    forms: ['inverse matrices'],
    explainedAs: ['inverse'],
    definition:
      'The matrix that undoes a square matrix H: it takes Hd back to d. Where the determinant of H is 0 there is none.',
    see: ['Newton’s step'],
  },
  {
    term: 'Jacobian',
    forms: ['Jacobians'],
    definition:
      'The matrix of all partial derivatives of a function with several outputs: a row for each output, a column for each input.',
    see: ['vector–Jacobian product', 'Jacobian–vector product', 'determinant'],
  },
  {
    term: 'Jacobian–vector product',
    forms: ['Jacobian–vector products'],
    definition:
      'Ju: how fast all outputs change when the inputs move along u. One forward-mode pass gives it.',
    see: ['forward mode', 'vector–Jacobian product'],
  },
  {
    term: 'key',
    definition: 'The vector with which a token says in attention what it offers to queries.',
    see: ['query', 'score'],
    ambiguous: true,
  },
  {
    term: 'kink',
    forms: ['kinks'],
    definition:
      'A point where the slopes of the two sides differ, such as 0 for |x| and relu: there is no derivative, and PyTorch answers with a convention.',
    see: ['one-sided derivative', 'subgradient'],
  },
  {
    term: 'L-smooth',
    definition:
      'A function is L-smooth if its gradient changes at most L times as fast as the point moves. No curvature is then larger than L.',
    see: ['descent lemma', 'curvature'],
  },
  {
    term: 'L2 term',
    definition: 'A multiple of the sum of the squared weights that is added to the loss.',
    see: ['weight decay'],
  },
  {
    term: 'layer normalisation',
    forms: ['layer norm'],
    definition:
      'Shifting and scaling the features of each example so that they have mean 0 and variance 1, followed by a learned scale and shift.',
    see: ['batch normalisation'],
  },
  {
    term: 'leaf',
    explainedAs: ['leaves'],
    definition:
      'A tensor that no recorded operation produced. Autograd leaves gradients in those leaves that ask for them.',
    see: ['computational graph', 'node'],
    ambiguous: true,
  },
  {
    term: 'learning rate',
    forms: ['learning rates'],
    definition: 'The positive number η by which the gradient is multiplied to give the step.',
    see: ['gradient descent', 'schedule'],
    common: true,
  },
  {
    term: 'level set',
    forms: ['level sets'],
    definition:
      'All points at which a function has the same value: in the plane usually a contour line.',
    see: ['contour line'],
  },
  {
    term: 'limit',
    definition:
      'The number that values come as close to as we like, and stay close to, as something shrinks or grows without end.',
    see: ['derivative'],
    ambiguous: true,
  },
  {
    term: 'linear layer',
    forms: ['linear layers'],
    definition: 'Y = XWᵀ + b: each output is a weighted sum of the inputs plus a bias.',
    see: ['weight', 'bias'],
  },
  {
    term: 'local derivative',
    forms: ['local derivatives', 'local slope', 'local slopes'],
    definition: 'The derivative of one operation with respect to one of its own inputs.',
    see: ['chain rule', 'upstream'],
  },
  {
    term: 'local minimum',
    forms: ['local minima'],
    definition: 'A point where a function is no larger than anywhere near it.',
    see: ['critical point', 'saddle'],
  },
  {
    term: 'logits',
    forms: ['logit'],
    definition: 'The numbers that softmax turns into probabilities.',
    see: ['softmax', 'cross-entropy'],
  },
  {
    term: 'loss',
    definition: 'The number that says how wrong the answers of a network are. Training lowers it.',
    see: ['mean squared error', 'cross-entropy'],
    common: true,
  },
  {
    term: 'loss surface',
    forms: ['loss surfaces', 'loss landscape', 'loss landscapes'],
    definition: 'The loss as a height over the space of all parameters.',
    see: ['slice', 'ravine', 'plateau', 'saddle'],
  },
  {
    term: 'mean squared error',
    definition: 'The average of the squared differences between outputs and targets.',
    see: ['loss', 'target'],
  },
  {
    term: 'mini-batch',
    forms: ['mini-batches'],
    definition:
      'A few examples drawn from all of them. The gradient over a mini-batch estimates the gradient over all.',
    see: ['unbiased', 'epoch'],
  },
  {
    term: 'mixed partial derivatives',
    forms: ['mixed partial derivative', 'mixed derivative'],
    definition:
      'Partial derivatives taken with respect to one variable and then another. Where they are continuous the order does not matter.',
    see: ['Hessian'],
  },
  {
    term: 'momentum',
    definition:
      'Descent with a memory: each step adds the new gradient to a part β of the step before.',
    see: ['gradient descent', 'rate of convergence'],
  },
  {
    term: 'Newton’s step',
    forms: ['Newton step'],
    definition:
      'The step −H⁻¹∇f to the critical point of the quadratic model: to its minimum, where H is positive definite.',
    see: ['quadratic model', 'Hessian'],
  },
  {
    term: 'node',
    definition: 'A value in a computational graph, together with the operation that made it.',
    see: ['computational graph', 'edge'],
    ambiguous: true,
  },
  {
    term: 'noise floor',
    definition:
      'The loss below which descent with noisy gradients does not fall on average, however long it goes on, at a fixed learning rate.',
    see: ['mini-batch', 'schedule'],
  },
  {
    term: 'norm',
    definition: 'The length of a vector: the square root of the sum of its squared entries.',
    ambiguous: true,
  },
  {
    term: 'normalising flow',
    forms: ['normalising flows'],
    definition:
      'A model that turns simple noise into data by invertible maps, and follows densities through them with Jacobian determinants.',
    see: ['determinant'],
  },
  {
    term: 'one-sided derivative',
    forms: ['one-sided derivatives'],
    definition: 'The limit of the slopes of secants to one side only.',
    see: ['derivative', 'subgradient'],
  },
  {
    term: 'parameter',
    forms: ['parameters'],
    definition: 'A number of a network that training may change.',
    see: ['weight', 'bias'],
    common: true,
  },
  {
    term: 'partial derivative',
    forms: ['partial derivatives'],
    definition: 'The derivative with respect to one variable while all others are held constant.',
    see: ['gradient'],
  },
  {
    term: 'plateau',
    forms: ['plateaus'],
    definition: 'A region where a function is nearly flat, so that gradients are small.',
    see: ['loss surface'],
  },
  {
    term: 'post-LN',
    definition: 'A transformer whose layer norms stand after the additions of the residual path.',
    see: ['pre-LN', 'residual connection'],
  },
  {
    term: 'pre-LN',
    definition:
      'A transformer whose layer norms stand inside the branches, so that the residual path is free of them.',
    see: ['post-LN', 'residual connection'],
  },
  {
    term: 'preconditioning',
    definition:
      'Multiplying the gradient by a matrix, or changing variables, so that curvatures become more alike.',
    see: ['condition number', 'Newton’s step'],
  },
  {
    term: 'principal directions',
    forms: ['principal direction'],
    definition: 'The directions along which the points of a path vary most.',
    see: ['slice'],
  },
  {
    term: 'quadratic model',
    definition:
      'The parabola-like function with the value, the gradient and the Hessian that a function has at a point.',
    see: ['Hessian', 'Newton’s step'],
  },
  {
    term: 'query',
    definition: 'The vector with which a token says in attention what it looks for.',
    see: ['key', 'score'],
    ambiguous: true,
  },
  {
    term: 'rate of convergence',
    definition: 'The factor by which each step multiplies the distance to the minimum in the end.',
    see: ['condition number'],
  },
  {
    term: 'ravine',
    forms: ['ravines'],
    definition: 'A region that is steep in one direction and nearly flat in another.',
    see: ['condition number', 'zigzag'],
  },
  {
    term: 'recursion',
    definition: 'A rule that gives each value from the one before.',
    ambiguous: true,
  },
  {
    term: 'residual connection',
    forms: ['residual connections', 'residual path'],
    definition:
      'Adding the input of a block to its output: x + F(x). Its derivative is 1 plus that of F, so gradients have a way past F.',
    see: ['vanishing gradient'],
  },
  {
    term: 'reverse mode',
    definition:
      'Automatic differentiation from the result back to the inputs. One pass gives the derivatives of one output with respect to all inputs.',
    see: ['forward mode', 'vector–Jacobian product'],
  },
  {
    term: 'ripples',
    definition: 'Oscillations around the minimum that shrink slowly, where momentum overshoots.',
    see: ['momentum'],
    ambiguous: true,
  },
  {
    term: 'rounding',
    forms: ['rounding error', 'rounding errors'],
    definition: 'The error of keeping only some digits of a number.',
    see: ['truncation'],
    ambiguous: true,
  },
  {
    term: 'running average',
    forms: ['running averages'],
    definition:
      'A mean of what came so far that forgets: each new value counts 1 − β, and what was there before counts β.',
    see: ['momentum'],
  },
  {
    term: 'saddle',
    forms: ['saddles', 'saddle point', 'saddle points'],
    definition:
      'A critical point that is a minimum along one line and a maximum along another, as (0, 0) is for x² − y².',
    see: ['critical point', 'Hessian'],
  },
  {
    term: 'saliency map',
    forms: ['saliency maps'],
    definition: 'The size of the gradient with respect to each input, shown as a picture.',
    see: ['integrated gradients'],
  },
  {
    term: 'saturated',
    forms: ['saturation', 'saturates'],
    definition:
      'Of a function such as tanh or softmax: so far out that its slope is nearly 0 and little comes through.',
    see: ['vanishing gradient'],
  },
  {
    term: 'schedule',
    forms: ['learning rate schedule'],
    definition: 'A rule for the learning rate of each step, such as cosine or warm-up.',
    see: ['learning rate'],
    ambiguous: true,
  },
  {
    term: 'score',
    forms: ['attention scores'],
    definition: 'The dot product of a query and a key, divided by √d: how well they match.',
    see: ['attention weights', 'query', 'key'],
    ambiguous: true,
  },
  {
    term: 'secant',
    forms: ['secants'],
    definition: 'The straight line through two points of a curve.',
    see: ['tangent', 'derivative'],
  },
  {
    term: 'second derivative',
    forms: ['second derivatives'],
    definition: 'The derivative of the derivative: how fast the slope changes.',
    see: ['curvature'],
  },
  {
    term: 'second partial derivative',
    forms: ['second partial derivatives'],
    definition: 'A partial derivative of a partial derivative.',
    see: ['Hessian', 'mixed partial derivatives'],
  },
  {
    term: 'seed',
    definition:
      'The number from which a generator makes its random numbers: the same seed, the same numbers.',
    ambiguous: true,
  },
  {
    term: 'sharpness',
    definition:
      'The largest curvature of the loss at a point: the eigenvalue of largest size of its Hessian.',
    see: ['eigenvalue', 'Hessian'],
  },
  {
    term: 'signal',
    definition: 'What passes forward through a network: the values of its layers.',
    ambiguous: true,
  },
  {
    term: 'singular',
    forms: ['singular matrix'],
    definition: 'Of a square matrix: without an inverse, because its determinant is 0.',
    see: ['determinant'],
    ambiguous: true,
  },
  {
    term: 'singular values',
    forms: ['singular value'],
    definition:
      'The lengths of the half-axes of the ellipse into which a matrix turns the unit circle; the largest is the most it stretches.',
    see: ['Jacobian', 'eigenvalue'],
  },
  {
    term: 'slice',
    definition:
      'A plane through the space of parameters, over which the loss can be drawn as a surface.',
    see: ['loss surface', 'filter normalisation'],
    ambiguous: true,
  },
  {
    term: 'softmax',
    definition:
      'exp(zᵢ) divided by the sum of all exp(zⱼ): turns any numbers into positive ones that add up to 1.',
    see: ['logits', 'cross-entropy'],
  },
  {
    term: 'standard deviation',
    definition: 'The square root of the variance: a typical distance from the mean.',
    see: ['variance'],
  },
  {
    term: 'strongly convex',
    definition:
      'A function is strongly convex if it stays convex after some parabola μ‖x‖²/2 with μ > 0 is subtracted: it curves everywhere by at least μ.',
    see: ['convex'],
  },
  {
    term: 'subgradient',
    forms: ['subgradients'],
    definition:
      'The slope of a line that touches a convex curve from below. At a kink there are many.',
    see: ['one-sided derivative'],
  },
  {
    term: 'tangent',
    forms: ['tangents'],
    definition:
      'The straight line through a point of a curve that has the slope of the curve there.',
    see: ['secant', 'derivative'],
  },
  {
    term: 'target',
    definition: 'The answer that a network should give.',
    see: ['loss'],
    ambiguous: true,
  },
  {
    term: 'temperature',
    definition:
      'The number by which logits are divided before softmax. The lower, the surer the answer.',
    see: ['softmax'],
    ambiguous: true,
  },
  {
    term: 'tensor',
    forms: ['tensors'],
    definition: 'Numbers arranged along any number of axes: a vector has one, a matrix two.',
    common: true,
  },
  {
    term: 'token',
    forms: ['tokens'],
    definition: 'A piece of text, such as a word, that a transformer reads as one unit.',
    see: ['embedding'],
    common: true,
  },
  {
    term: 'topological order',
    definition:
      'An order of the nodes of a graph in which each comes after all those that it needs.',
    see: ['computational graph'],
  },
  {
    term: 'truncation',
    forms: ['truncation error', 'truncation errors'],
    definition: 'The error of stopping short of a limit: of a secant where a tangent was wanted.',
    see: ['rounding', 'forward difference'],
  },
  {
    term: 'unbiased',
    definition: 'Of an estimate: right on average, though each single one may be wrong.',
    see: ['mini-batch'],
  },
  {
    term: 'upstream',
    forms: ['upstream gradient', 'upstream gradients', 'upstream derivative'],
    definition:
      'The derivative of the result with respect to the output of an operation, as it arrives in the backward pass.',
    see: ['local derivative', 'backward pass'],
    ambiguous: true,
  },
  {
    term: 'value',
    definition: 'The vector that a token passes on in attention to those that attend to it.',
    see: ['attention', 'key'],
    ambiguous: true,
  },
  {
    term: 'vanishing gradient',
    forms: ['vanishing gradients'],
    explainedAs: ['vanish', 'vanishes'],
    definition:
      'A gradient that shrinks from layer to layer on its way back, until the first layers hardly learn.',
    see: ['exploding gradient', 'residual connection'],
  },
  {
    term: 'variance',
    forms: ['variances'],
    definition: 'The average of the squared distances from the mean.',
    see: ['standard deviation'],
  },
  {
    term: 'vector–Jacobian product',
    forms: ['vector–Jacobian products'],
    definition:
      'vᵀJ: the derivatives of the sum of the outputs weighted by v. One backward pass gives it, and y.backward(v) is it.',
    see: ['reverse mode', 'Jacobian–vector product'],
  },
  {
    term: 'weight',
    forms: ['weights'],
    definition: 'A parameter by which something is multiplied.',
    see: ['bias', 'parameter'],
    common: true,
  },
  {
    term: 'weight decay',
    definition:
      'Shrinking all weights by a small share in each step. With plain gradient descent it is the same as an L2 term; with Adam it is not.',
    see: ['L2 term'],
  },
  {
    term: 'Xavier initialisation',
    definition:
      'Random weights with variance 2 divided by the number of inputs plus outputs of the layer: it keeps signals and gradients about the same size where activations are nearly linear.',
    see: ['He initialisation', 'gain'],
  },
  {
    term: 'zigzag',
    forms: ['zigzags'],
    definition: 'The path of a descent that jumps from wall to wall of a ravine.',
    see: ['ravine'],
  },
];
