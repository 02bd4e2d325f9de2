import { expect, test } from 'vitest';
import { documentsOf } from './documents.ts';
import { searchIn } from './find.ts';

const chapter = `<body><header>Course</header><main><nav class="toc">In this chapter</nav>
<p class="eyebrow">Chapter 3</p><h1>The chain rule</h1><p>Slopes multiply.</p>
<h2 id="paths"><a href="#paths">More than one path</a></h2><p>At <span class="katex"><span
class="katex-mathml"><math><semantics><mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow><annotation>x = 2</annotation></semantics></math></span><span
class="katex-html" aria-hidden="true">x=2</span></span> slopes add.</p>
<figure data-widget="simple-net" id="simple-net"><h3>Figure 3.2 A small network</h3><button>Reset</button><figcaption>Follow the gradient.</figcaption></figure>
<section class="exercise" id="two-weights"><h3>1. Two weights</h3><p>By hand.</p></section></main></body>`;

const documents = documentsOf(chapter, '/chain-rule/');

test('a chapter is found by itself, by its sections, figures and exercises, and a formula counts once', () => {
  expect(documents.map(({ address, kind, title, text }) => [address, kind, title, text])).toEqual([
    ['/chain-rule/', 'Chapter', 'The chain rule', 'Slopes multiply.'],
    ['/chain-rule/#paths', 'Section', 'More than one path', 'At x=2 slopes add.'],
    ['/chain-rule/#simple-net', 'Figure', 'Figure 3.2 A small network', 'Follow the gradient.'],
    ['/chain-rule/#two-weights', 'Exercise', '1. Two weights', '1. Two weights By hand.'],
  ]);
});

test('a term of the glossary is found by its address', () => {
  const html =
    '<main><h1>Glossary</h1><dl><div id="saddle"><dt>saddle</dt><dd>Neither nor.</dd></div></dl></main>';
  expect(documentsOf(html, '/glossary/')[1]).toMatchObject({
    address: '/glossary/#saddle',
    kind: 'Term',
    title: 'saddle',
    text: 'Neither nor.',
  });
});

const find = searchIn(documents);
const addresses = (query: string) => find(query).map(({ address }) => address);

test('all words must be there, the last may be unfinished, and a slip is forgiven', () => {
  expect(addresses('chain ru')).toEqual(['/chain-rule/']);
  expect(addresses('chain hand')).toEqual([]);
  expect(addresses('gradeint')).toEqual(['/chain-rule/#simple-net']);
});

const page = (address: string, text: string) => ({
  address,
  kind: 'Section' as const,
  title: 'A section',
  page: '',
  text,
});

const formulas = searchIn([
  page('/prime/', 'The slope is f′(x) = 2x.'),
  page('/partial/', 'Here ∂L/∂w₁ is the gradient.'),
  page('/rate/', 'The rate η is small.'),
  page('/backward/', 'This is called backpropagation.'),
]);

test.each([
  ["f'(x)", '/prime/'],
  ['f’(x)', '/prime/'],
  ['df/dx', '/prime/'],
  ['∂f/∂x', '/prime/'],
  ['dL/dw1', '/partial/'],
  ['∂L/∂w₁', '/partial/'],
  ['eta', '/rate/'],
  ['η', '/rate/'],
  ['back-prop', '/backward/'],
  ['back propagation', '/backward/'],
  ['backprop', '/backward/'],
])('%s finds what is written otherwise', (query, address) => {
  expect(formulas(query).map((hit) => hit.address)).toEqual([address]);
});

test('a fraction is read with its bar', () => {
  const html =
    '<main><h1>A page</h1><p><math><mfrac><mrow><mi>∂</mi><mi>f</mi></mrow><mrow><mi>∂</mi><mi>x</mi></mrow></mfrac></math></p></main>';
  expect(documentsOf(html, '/')[0]?.text).toBe('∂f/∂x');
});

test('the excerpt shows the word that was found', () => {
  const text = `${'before '.repeat(50)}needle ${'after '.repeat(50)}`;
  const [hit] = searchIn([{ address: '/', kind: 'Page', title: 'x', page: '', text }])('needle');
  expect(hit?.excerpt).toMatch(/^… before .*needle after .* …$/);
});
