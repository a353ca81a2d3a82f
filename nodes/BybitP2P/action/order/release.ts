import { STATUS, SIDE, statusName, statusText } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import type { OrderInFull } from '../../api/types';
import { isCheckName, releaseChecks, type Check, type CheckFields } from '../../safety/releaseChecks';
import { orderIdField } from '../../n8n/fields';
import { orderIdFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';
import type { Params } from '../../n8n/parameters';
import { confirmedCall } from './moneyAction';
import { dryRunFrom, dryRunOption } from './dryRun';
import { assertChecksPassed, safetyChecksField } from './safetyChecks';

export const release: Operation = {
	name: 'Release',
	value: 'release',
	action: 'Release coins of order',
	description:
		'Hand the coins of a sale to the buyer. This cannot be undone. The order is read first; in the wrong status nothing is sent.',
	isMoneyAction: true,
	properties: [
		orderIdField,
		safetyChecksField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [dryRunOption],
		},
	],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);
		const dryRun = dryRunFrom(params, ['dryRun']);
		const fields = checkFieldsFrom(params);
		let checks: readonly Check[] = [];

		const { type, order } = await confirmedCall(api, orderId, dryRun, {
			what: 'release',
			isDone: ({ status }) => Number(status) === STATUS.completed,
			assertMine: (read, nowMs) => {
				assertSale(read);
				checks = releaseChecks(read, fields, nowMs);
			},
			demand: (read) => {
				assertReleasable(read);
				// A rehearsal shows what would be refused; it sends nothing in any case.
				if (!dryRun) assertChecksPassed(orderId, checks);
			},
			send: async () => await api.call(endpoints.release, { orderId }),
		});

		return {
			json: {
				orderId,
				released: type !== 'rehearsed',
				alreadyReleased: type === 'already',
				status: statusName(Number(order.status)),
				dryRun,
				checks,
			},
		};
	},
};

/** All that are added, empty ones as well: an empty value must fail its check, not remove it. @throws InputError */
function checkFieldsFrom(params: Params): CheckFields {
	const fields = params.get('safetyChecks');
	if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
		throw new InputError(
			'Safety Checks cannot be read, so nothing was released',
			'Nothing was sent. Set the checks one by one.',
		);
	}
	const unknown = Object.keys(fields).find((name) => !isCheckName(name));
	if (unknown !== undefined) {
		throw new InputError(
			`Safety Checks has no check "${unknown.slice(0, 60)}", so nothing was released`,
			'Nothing was sent. Set the checks one by one, or correct the name in the expression.',
		);
	}
	return fields as CheckFields;
}

function assertSale(order: OrderInFull): void {
	if (Number(order.side) === SIDE.sell) return;
	throw new InputError(
		`Order ${order.id} was not released: in this order you buy, so the coins are not yours to release`,
		'Nothing was sent. Use Mark as Paid for orders in which you buy.',
	);
}

function assertReleasable(order: OrderInFull): void {
	const status = Number(order.status);
	if (status === STATUS.appeal) {
		throw new InputError(
			`Order ${order.id} was not released: it is ${statusText(status)}`,
			'Nothing was sent. Answer the appeal on Bybit; the coins stay locked until it is decided.',
		);
	}
	if (status === STATUS.waitingForPayment) {
		throw new InputError(
			`Order ${order.id} was not released: it is still ${statusText(status)}`,
			'Nothing was sent. Release only after the buyer has marked the order as paid and the money is in your bank account.',
		);
	}
	if (status !== STATUS.waitingForRelease) {
		throw new InputError(
			`Order ${order.id} was not released: it is ${statusText(status)}`,
			`Nothing was sent. Only an order that is ${statusText(STATUS.waitingForRelease)} can be released.`,
		);
	}
}
