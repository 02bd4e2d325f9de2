/** One figure of each kind as a screen reader has it. What is said was read by people; here it stays so. */
import { drawn, expect, openFigure, test } from './site.ts';

test('a curve with a player says where the descent stands, by name and in a sentence', async ({
  page,
}) => {
  await openFigure(page, 'gradient-descent');
  await drawn(page, 'gradient-descent');
  await expect(page.locator('#gradient-descent')).toMatchAriaSnapshot(`
    - figure "Figure 1.1 Gradient descent on a parabola":
      - heading "Figure 1.1 Gradient descent on a parabola" [level=1]
      - group "Tools of Gradient descent on a parabola":
        - button "Reset"
        - button "Share"
        - button "Embed"
        - button "PyTorch"
        - button "Full screen"
      - group "Settings of Gradient descent on a parabola":
        - textbox "Learning rate, as a number": "0.1"
        - slider "Learning rate": "0.1"
      - group "Player":
        - button "Step back"
        - button "Play"
        - button "Step forward" [disabled]
        - slider "Step": "10"
        - text: 10 of 10 Speed
        - combobox "Speed"
      - paragraph: Path on the loss f(x) = (x − 5)²
      - 'img "Path of the descent on the parabola after 10 of 10 steps: x is 4.463"'
      - button "Start, at x 0. Arrow keys move it."
      - term: Final x
      - definition:
        - status: "4.463"
      - term: Regime
      - definition:
        - status: converges
      - status: /^Converges. every step leaves 0.8 of the distance to the target/
      - paragraph: Loss after each step log scale
      - img "Loss after each step, on a log scale"
      - group: Data
  `);
});

test('a contour plane says where the path leads', async ({ page }) => {
  await openFigure(page, 'descent-2d');
  await drawn(page, 'descent-2d');
  await expect(page.locator('#descent-2d .stage')).toMatchAriaSnapshot(`
    - paragraph: Path on the surface contour lines of f
    - img "Contour lines of f and the path of the descent after 10 of 10 steps, from (0, 0) to (0.8926, 1.785)"
    - button "Start, at x 0, y 0. Arrow keys move it."
    - term: Final x
    - definition:
      - status: "0.8926"
    - term: Final y
    - definition:
      - status: "1.785"
    - term: Final value of f
    - definition:
      - status: "0.05765"
    - term: Length of ∇f there
    - definition:
      - status: "0.4802"
    - term: Regime
    - definition:
      - status: still descending
  `);
});

test('bars say their heights', async ({ page }) => {
  await openFigure(page, 'feature-importance');
  await expect(page.locator('#feature-importance .stage')).toMatchAriaSnapshot(`
    - paragraph: Size of the gradient |∂ loss / ∂ input|
    - 'img "Size of the gradient of the loss with respect to each input. 1: 0.005598, 2: 0.4011, 3: 0.6154, 4: 0.5503, 5: 0.2880"'
    - term: Loss
    - definition:
      - status: "0.6988"
    - term: Most important by gradient
    - definition:
      - status: Input 3 (index 2)
  `);
});

test('matrices are tables, and those whose entries can be visited are grids', async ({ page }) => {
  await openFigure(page, 'linear-layer');
  await expect(page.locator('#linear-layer')).toMatchAriaSnapshot(`
    - 'group "Forward: point at an entry of Y"':
      - paragraph: W 2 × 3
      - table "W, 2 by 3":
        - rowgroup:
          - row "-0.857 1.10 -1.07":
            - cell "-0.857"
            - cell "1.10"
            - cell "-1.07"
          - row "0.123 -0.566 0.373"
      - paragraph: Y = X Wᵀ + b, 4 × 2
      - grid "Y, 4 by 2":
        - rowgroup:
          - row "-0.201 -1.97":
            - gridcell "-0.201"
            - gridcell "-1.97"
    - term: Loss
    - definition:
      - status: "-8.888"
    - status: /^Each of the 6 entries of ∂loss\\/∂W is a sum over the 4 examples of the batch/
    - 'group "Backward: point at an entry of ∂loss/∂W or ∂loss/∂b"':
      - grid "Gradient of W, 2 by 3":
        - rowgroup:
          - row "2.11 -1.14 -4.11":
            - gridcell "2.11" [selected]
  `);
});

test('a graph names its arrows and its nodes, and a node says what it computes', async ({
  page,
}) => {
  await openFigure(page, 'expression-graph');
  await expect(page.locator('#expression-graph .graph')).toMatchAriaSnapshot(`
    - paragraph: The recorded graph values in ink, gradients in orange
    - group "The graph after 12 of 12 steps, leaves first":
      - 'img "Arrows: x to x · y; y to x · y; x to sin(x); x · y to x · y + sin(x); sin(x) to x · y + sin(x); x · y + sin(x) to (x · y + sin(x))²."'
      - button "x AccumulateGrad"
      - spinbutton "x, in the graph": "2"
      - button "y AccumulateGrad"
      - spinbutton "y, in the graph": "3"
      - button "x · y MulBackward0 6"
      - button "sin(x) SinBackward0 0.9093"
      - button "x · y + sin(x) AddBackward0 6.909"
      - button "(x · y + sin(x))² PowBackward0 47.74"
  `);
  await expect(
    page.getByRole('button', { name: 'x · y MulBackward0' }),
  ).toHaveAccessibleDescription(/3/);
});

test('number lines and a diagram are each said in one sentence', async ({ page }) => {
  await openFigure(page, 'chain-composition');
  const figure = page.locator('#chain-composition');
  await expect(figure.getByRole('img').first()).toHaveAccessibleName(
    'Four number lines. x is 2, Δx = 0.1; h is 4, Δh = 0.41, predicted 0.4; g is 5, Δg = 0.41, predicted 0.4; f is 125, Δf = 33.34, predicted 30',
  );
  await expect(figure.getByRole('img').last()).toHaveAccessibleName(
    'Two paths from x to p = u times q: the derivatives through u = x² multiply to 12, those through q = x + 1 to 4, together 16 at x = 2',
  );
  await expect(figure).toMatchAriaSnapshot(`
    - button "Input x, at x 2. Arrow keys move it."
    - term: h = x²
    - definition:
      - status: "4"
    - status: At x = 2 the local derivatives 4, 1 and 75 multiply to 300. A nudge of 0.1 should move f by about 30; it moves it by 33.34.
  `);
});
