import type { INodeProperties } from 'n8n-workflow';

import { sideOf, STATUS, statusName, statusOf, statusText } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import type { Id, OrderInFull } from '../../api/types';
import { releaseChecksBuilderHint } from '../../n8n/builderHints';
import { orderIdField } from '../../n8n/fields';
import { orderIdFrom } from '../../n8n/parameters';
import type { CheckFields } from '../../safety/checks';
import type { Operation } from '../operation';
import { carryOut, type MoneyAction } from './moneyAction';
import { dryRunHint, moneyOptionsField, moneyOptionsFrom } from './moneyOptions';
import { checkFieldsFrom, failedChecks, safetyChecksField, safetyReport, type SafetyReport } from './safetyChecks';

const optionsField = moneyOptionsField();

const noChecksNotice: INodeProperties = {
	displayName:
		'No safety check is set: any order that its buyer has marked as paid is released. Look into your bank account first, and add at least Expected Fiat Amount and Expected Payer Name.',
	name: 'noChecksNotice',
	type: 'notice',
	default: '',
	// n8n compares with the whole collection; its types know of single values only.
	displayOptions: { show: { safetyChecks: [{ _cnd: { eq: {} as never } }] } },
};

interface ReleasedOrder extends SafetyReport {
	readonly orderId: Id;
	readonly released: boolean;
	readonly alreadyReleased: boolean;
	readonly status: ReturnType<typeof statusName>;
	readonly dryRun: boolean;
}

export const release: Operation<ReleasedOrder> = {
	name: 'Release',
	value: 'release',
	action: 'Release coins of order',
	description:
		'Hand the coins of a sale to the buyer. This cannot be undone. The order is read first; in the wrong status nothing is sent.',
	isMoneyAction: true,
	hint: dryRunHint('nothing was released'),
	properties: [
		orderIdField,
		{ ...safetyChecksField('release'), builderHint: releaseChecksBuilderHint },
		noChecksNotice,
		optionsField,
	],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);
		const { dryRun } = moneyOptionsFrom(params, optionsField);
		const fields = checkFieldsFrom(params, 'release');

		const { type, order, report } = await carryOut(api, orderId, releaseOf(orderId, fields), dryRun);

		return {
			json: {
				orderId,
				released: type !== 'rehearsed',
				alreadyReleased: type === 'already',
				checksPassed: report.checksPassed,
				status: statusName(statusOf(order.status)),
				dryRun,
				checks: report.checks,
			},
		};
	},
};

function releaseOf(orderId: Id, fields: CheckFields): MoneyAction<{ orderId: Id }, SafetyReport> {
	const isReleased = ({ status }: OrderInFull): boolean => statusOf(status) === STATUS.completed;
	const notDone = `Order ${orderId} was not released`;
	return {
		noun: 'release',
		endpoint: endpoints.release,
		prepare(order, nowMs) {
			const notMine = refusalBySide(order, notDone);
			if (notMine !== undefined) return { type: 'refused', refusal: notMine };
			const report = safetyReport('release', order, fields, nowMs);
			if (isReleased(order)) return { type: 'already', report };
			const notNow = refusalByStatus(order, notDone);
			if (notNow !== undefined) return { type: 'refused', refusal: notNow };
			if (!report.checksPassed) {
				return { type: 'refused', refusal: failedChecks('release', notDone, report), report };
			}
			return { type: 'ready', request: { orderId }, report };
		},
		isDone: isReleased,
	};
}

function refusalBySide({ side }: OrderInFull, notDone: string): InputError | undefined {
	if (sideOf(side) === 'sell') return undefined;
	return new InputError(
		`${notDone}: in this order you buy, so the coins are not yours to release`,
		'Nothing was sent. Use Mark as Paid for orders in which you buy.',
	);
}

function refusalByStatus(order: OrderInFull, notDone: string): InputError | undefined {
	const status = statusOf(order.status);
	switch (status) {
		case STATUS.waitingForRelease:
			return undefined;
		case STATUS.appeal:
			return new InputError(
				`${notDone}: it is ${statusText(status)}`,
				'Nothing was sent. Answer the appeal on Bybit; the coins stay locked until it is decided.',
			);
		case STATUS.waitingForPayment:
			return new InputError(
				`${notDone}: it is still ${statusText(status)}`,
				'Nothing was sent. Release only after the buyer has marked the order as paid and the money is in your bank account.',
			);
		default:
			return new InputError(
				`${notDone}: it is ${statusText(status)}`,
				`Nothing was sent. Only an order that is ${statusText(STATUS.waitingForRelease)} can be released.`,
			);
	}
}
