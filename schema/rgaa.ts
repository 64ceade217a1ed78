/**
 * The 106 criteria of the RGAA 4.1.2 and what this site answers to each. The words of the criteria are their authors':
 * https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/
 */

/** A file and, where it is a test, the name of the test in it. */
type Proof = readonly [file: string, test?: string];

export type Answer =
  /** The rules of axe that carry this criterion find nothing on any page, in any of its eight looks. */
  | { state: 'watched' }
  | { state: 'conforms'; how: string; proof: Proof }
  | { state: 'fails'; how: string }
  /** The pages have nothing of the kind. */
  | { state: 'none'; how: string };

const watched: Answer = { state: 'watched' };
const none = (how: string): Answer => ({ state: 'none', how });
const fails = (how: string): Answer => ({ state: 'fails', how });
const yes = (how: string, ...proof: Proof): Answer => ({ state: 'conforms', how, proof });

/** The day on which the answers were last gone through, one by one. */
const answeredOn = '2026-11-22';

const pagesTest: Proof = [
  'test/e2e/pages.test.ts',
  'every page that %s sees is accessible in both languages, both themes, at 360 and 1280 px, and calls nobody outside',
];
const walk = [
  'test/e2e/keyboard.test.ts',
  'the keyboard walks through every stop of a page and out of it, header first, and is held by none',
] as const;
const lend = [
  'test/e2e/keyboard.test.ts',
  'a machine is found by its dates, booked on the grid, lent at the desk and taken back, by keyboard alone',
] as const;
const menus = [
  'test/e2e/keyboard.test.ts',
  'the menus of the header open, close by Escape and give the focus back; a page opened by a link is told',
] as const;
const narrow = [
  'test/e2e/reading.test.ts',
  'at 320 px, with text at twice its size, or spaced out, no page loses anything',
] as const;
const bare = ['test/e2e/reading.test.ts', 'without styles a page says the same, in the same order'] as const;
const plain = ['test/e2e/borrow-a-machine.test.ts', 'the same without JavaScript, in French'] as const;
const undo = [
  'test/e2e/a-day-at-the-desk.test.ts',
  'with one thumb: accept, undo, hand over, undo, take back, while the bell of the borrower counts',
] as const;

const noMedia = none('no recorded sound or film: the only picture that moves is that of one’s own camera');
const noCaptcha = none('no image asks who is a human');
const noMap = none('no page is called a map of the site: menus and search are the two ways');

export const rgaa: Readonly<Record<string, Answer>> = {
  '1.1': watched,
  '1.2': yes('pictograms are aria-hidden; thumbs have an empty alt', 'web/src/lib/ui/Pill.svelte'),
  '1.3': yes('photos carry the words of who took them, drawings their figures', 'web/src/lib/files/PhotoStrip.svelte'),
  '1.4': noCaptcha,
  '1.5': noCaptcha,
  '1.6': yes('each drawing has its figures as text beside it, the map its list', 'web/src/lib/map/Map.svelte'),
  '1.7': yes('figures and list come from the same data as the drawing', 'web/src/lib/map/Map.svelte'),
  '1.8': none('no image of text; the name of the product is text'),
  '1.9': yes('captions are figcaptions of their figure', 'web/src/lib/files/PhotoStrip.svelte'),
  '2.1': none('no frames'),
  '2.2': none('no frames'),
  '3.1': yes('a state is a word and a glyph before it is a colour', 'web/src/lib/ui/Pill.svelte'),
  '3.2': watched,
  '3.3': yes(
    'lines of fields, marks of states and the ring of focus are measured',
    'test/unit/accessibility.test.ts',
    'lines, marks and the ring of focus stand out from what they lie on by 3 to 1, in both themes',
  ),
  '4.1': noMedia,
  '4.2': noMedia,
  '4.3': noMedia,
  '4.4': noMedia,
  '4.5': noMedia,
  '4.6': noMedia,
  '4.7': noMedia,
  '4.8': yes('the map has its list, which says all that the map shows', 'web/src/lib/map/Map.svelte'),
  '4.9': yes('list and map are drawn from the same results', 'web/src/lib/map/Map.svelte'),
  '4.10': none('nothing sounds by itself; the beep of a code read lasts less than a second'),
  '4.11': noMedia,
  '4.12': yes('zooming and moving are buttons', 'web/src/lib/map/MapTools.svelte'),
  '4.13': yes('pins are links, tools are buttons with names', 'web/src/lib/map/MapPin.svelte'),
  '5.1': none('tables have one row of heads and one column of heads'),
  '5.2': none('tables have one row of heads and one column of heads'),
  '5.3': none('no table is used for layout'),
  '5.4': watched,
  '5.5': yes('a caption says what the rows are, from the one table of words', 'web/src/lib/ui/Table.svelte'),
  '5.6': yes('heads are th with a scope', 'web/src/lib/ui/Table.svelte'),
  '5.7': watched,
  '5.8': none('no table is used for layout'),
  '6.1': watched,
  '6.2': watched,
  '7.1': watched,
  '7.2': yes('without scripts the same forms do the same', ...plain),
  '7.3': watched,
  '7.4': yes('changing a field redraws beside it and moves neither page nor focus', ...lend),
  '7.5': yes('refusals are alerts, progress and results are statuses', ...lend),
  '8.1': yes('<!doctype html>', 'web/src/app.html'),
  '8.2': watched,
  '8.3': watched,
  '8.4': watched,
  '8.5': watched,
  '8.6': yes('titles say the page, and no two pages of a visit have the same', ...pagesTest),
  '8.7': fails('what members write has no language of its own: on the English pages it stays French, unmarked'),
  '8.8': watched,
  '8.9': yes('layout is in style sheets, markup says what things are', ...bare),
  '8.10': none('neither language changes the direction of reading'),
  '9.1': watched,
  '9.2': watched,
  '9.3': watched,
  '9.4': yes('words quoted from somebody are in a blockquote', 'web/src/lib/borrowing/LoanTurn.svelte'),
  '10.1': yes('presentation is in style sheets', ...bare),
  '10.2': yes('the text is the same without style sheets', ...bare),
  '10.3': yes('the order of the source is the order of reading', ...bare),
  '10.4': watched,
  '10.5': yes('ink and ground are set together, from one table', 'web/src/tokens.css'),
  '10.6': watched,
  '10.7': yes('the outline is measured at each stop of the keyboard', ...walk),
  '10.8': watched,
  '10.9': yes('sentences name things by their words, never by their place or shape', 'web/src/lib/i18n/fr.ts'),
  '10.10': yes('sentences name things by their words, never by their place or shape', 'web/src/lib/i18n/fr.ts'),
  '10.11': yes('read at 320 px wide, then 256 px high', ...narrow),
  '10.12': yes('read with the spacing of the criterion', ...narrow),
  '10.13': none('hovering shows nothing but the browser’s own tips, whose words are also the names'),
  '10.14': none('nothing appears by styles alone'),
  '11.1': watched,
  '11.2': watched,
  '11.3': yes('a field has its words in one place, used by every page', 'web/src/lib/i18n/fr.ts'),
  '11.4': yes('the label stands just above its field, a choice just before its label', 'web/src/lib/ui/Field.svelte'),
  '11.5': yes('choices of one question are a fieldset', 'web/src/lib/ui/ChoiceGroup.svelte'),
  '11.6': yes('a fieldset has its legend', 'web/src/lib/ui/ChoiceGroup.svelte'),
  '11.7': yes('the legend is the question', 'web/src/lib/ui/ChoiceGroup.svelte'),
  '11.8': yes('long lists of processes and materials are in optgroups', 'web/src/lib/production/GroupedSelect.svelte'),
  '11.9': watched,
  '11.10': yes('what is optional says so; a refused field is marked, described and keeps its value', ...pagesTest),
  '11.11': yes('a refusal says what, why and what to do', 'web/src/lib/i18n/fr/refusals.ts'),
  '11.12': yes('what was done at the desk can be undone, and a loan is asked before it is promised', ...undo),
  '11.13': watched,
  '12.1': yes('menus and a search on every page', 'web/src/lib/shell/Header.svelte'),
  '12.2': yes('one layout for all pages', 'web/src/routes/+layout.svelte'),
  '12.3': noMap,
  '12.4': noMap,
  '12.5': yes('the search stands in the header of every page', 'web/src/lib/shell/Header.svelte'),
  '12.6': yes('header, navigation, search, main and footer are landmarks', ...pagesTest),
  '12.7': watched,
  '12.8': watched,
  '12.9': yes('the keyboard leaves every page by its end', ...walk),
  '12.10': none('no letter is a shortcut: at the scanner what is typed goes into its one field'),
  '12.11': yes('what a menu holds is reached by Tab, and left by Escape', ...menus),
  '13.1': watched,
  '13.2': yes('only a link or a button that one presses opens a window', ...pagesTest),
  '13.3': yes('the slip to download is also a page', 'web/src/routes/echanges/[id]/bon/+page.svelte'),
  '13.4': yes('slip and page are drawn from the same data', 'web/src/routes/echanges/[id]/bon/+page.svelte'),
  '13.5': yes('the ticks of a slip have words', 'web/src/routes/echanges/[id]/bon/+page.svelte'),
  '13.6': yes('the words say ticked or to be ticked', 'web/src/routes/echanges/[id]/bon/+page.svelte'),
  '13.7': none('nothing flashes'),
  '13.8': watched,
  '13.9': watched,
  '13.10': yes(
    'what is dragged is also clicked, typed or pressed',
    'test/e2e/book-a-slot.test.ts',
    'a slot is booked by two clicks, in either order, and a third of another day replaces it',
  ),
  '13.11': yes('a press acts when it is let go, and a slot chosen fills a form that is not sent yet', ...lend),
  '13.12': none('nothing asks to move the device'),
};

const stateOf = (answer: Answer) => (answer.state === 'watched' ? 'conforms' : answer.state);

/** How many of the criteria stand how, and which of them fail: what the page about accessibility says. */
export function rgaaResult() {
  const ids = Object.keys(rgaa);
  const of = (state: 'conforms' | 'fails' | 'none') => ids.filter((id) => stateOf(rgaa[id]!) === state);
  const [conforms, failing, without] = [of('conforms'), of('fails'), of('none')];
  return {
    on: answeredOn,
    criteria: ids.length,
    conforms: conforms.length,
    fails: failing,
    none: without.length,
    share: conforms.length / (conforms.length + failing.length),
  };
}
