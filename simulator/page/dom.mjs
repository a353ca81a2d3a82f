/**
 * Makes an element. Text goes in as text: what a stranger wrote can never become a part of the page.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | number | ((event: Event) => void) | undefined>} [properties] `on...` is a listener, the rest are
 *   attributes; false and undefined leave one out
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, properties = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(properties)) {
		if (typeof value === 'function') element.addEventListener(name.slice(2), value);
		else setAttribute(element, name, value);
	}
	element.append(...children);
	return element;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | boolean | number | undefined} value
 */
export function setAttribute(element, name, value) {
	if (value === false || value === undefined) element.removeAttribute(name);
	else if (element.getAttribute(name) !== String(value === true ? '' : value))
		element.setAttribute(name, value === true ? '' : String(value));
}

/**
 * Writes only what differs, so that a selection or a screen reader is not disturbed.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
	if (element.textContent !== text) element.textContent = text;
}

/**
 * The element of the page with this id.
 *
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} id
 * @returns {E}
 */
export function byId(id) {
	const element = document.getElementById(id);
	if (element === null) throw new Error(`the page has no #${id}`);
	return /** @type {E} */ (element);
}

/**
 * The control of a form with this name.
 *
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {HTMLInputElement}
 */
export function field(form, name) {
	return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/**
 * Shows one child for each item, in this order. A child stays as long as its key does: focus, open details and scrolling survive.
 *
 * @template Item
 * @param {HTMLElement} parent
 * @param {readonly Item[]} items
 * @param {{ key: (item: Item) => string, create: (item: Item) => HTMLElement, update: (element: HTMLElement, item: Item) => void }} how
 */
export function showEach(parent, items, { key, create, update }) {
	const present = new Map([...parent.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key, child]));
	let next = parent.firstElementChild;
	for (const item of items) {
		const name = key(item);
		const element = /** @type {HTMLElement} */ (present.get(name) ?? create(item));
		element.dataset.key = name;
		present.delete(name);
		update(element, item);
		if (element === next) next = next.nextElementSibling;
		else parent.insertBefore(element, next);
	}
	for (const gone of present.values()) gone.remove();
}
