/** Histories made of what may happen on the exchange, to n8n and between them, chosen by a seed. */
import { clockMs, later } from './historiesClock.mts';

import { Exchange } from '../../simulator/exchange.mts';
import { Chance } from './chance.mts';
import { FakeN8n, type PollOutcome } from './historiesN8n.mts';
import { HistoryRecord } from './historiesRecord.mts';
import type { Poll } from './historiesRuleBase.mts';
import { HistoryRules } from './historiesRules.mts';
import { behaviour, type HistoryOptions } from './randomHistoryOptions.mts';
import { RandomPlayer, type Player } from './randomHistoryPlayer.mts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const REPEAT_MINUTES = 2;

export interface PlayedHistory {
	readonly breaches: readonly string[];
	readonly emitted: number;
	readonly polls: number;
	readonly failed: number;
}

/** Always asked for, and how often the others are, in percent. */
const ALWAYS = ['orderCreated', 'orderStatusChanged', 'messageReceived'];
const SOMETIMES = { cancelRequested: 40, messageUnanswered: 60, orderExpiring: 40, orderOpen: 60 };

/** Plays one history to its end, and returns which promises of the trigger it broke. */
export async function playedHistory(seed: number, options: HistoryOptions = {}): Promise<PlayedHistory> {
	const history = new RandomHistory(seed, options);
	await history.play();
	return history.result();
}

class RandomHistory {
	private readonly chance: Chance;
	private readonly exchange: Exchange;
	private readonly record: HistoryRecord;
	private readonly rules: HistoryRules;
	private readonly n8n: FakeN8n;
	private readonly player: Player;
	private isSettling = false;
	private lastPollMs = 0;
	private polls = 0;
	private failed = 0;
	private emitted = 0;
	private keys = 0;

	constructor(
		seed: number,
		private readonly options: HistoryOptions,
	) {
		this.chance = new Chance(seed);
		later(HOUR);
		this.exchange = new Exchange({ seed, limits: false, ...behaviour(this.chance, options) });
		this.record = new HistoryRecord(this.exchange);
		const sometimes = Object.entries(SOMETIMES).filter(([, percent]) => this.chance.is(percent));
		const events = [...ALWAYS, ...sometimes.map(([event]) => event)];
		const asksForMine = options.asksForMine === true;
		this.rules = new HistoryRules(this.exchange, this.record, {
			events,
			asksForMine,
			repeatMinutes: REPEAT_MINUTES,
			chatsMayLag: options.stale === true,
			isFiltered: options.changingFilters === true,
		});
		const scheduler = options.scheduler ?? this.chance.of(['today', 'newer', 'durable'] as const);
		this.n8n = new FakeN8n(this.exchange, scheduler, {
			events,
			filters: asksForMine ? { messageFrom: ['counterparty', 'me', 'system'] } : {},
			options: {
				repeatMinutes: REPEAT_MINUTES,
				expiringSeconds: 60,
				includeOrderDetails: options.details === true,
				separateExecutions: options.separate === true,
			},
		});
		this.player = new RandomPlayer(this.exchange, this.record, this.chance, options);
		this.n8n.onCall = () => {
			later(1 + this.chance.below(60));
			if (options.busy === true && !this.isSettling && this.chance.is(8)) this.player.something();
		};
	}

	async play(): Promise<void> {
		this.player.past();
		await this.publish();
		for (let rounds = 1 + this.chance.below(4); rounds > 0; rounds -= 1) {
			for (let steps = this.chance.below(6); steps > 0; steps -= 1) this.player.something();
			this.disturb();
			this.pass(
				this.options.leaps === true && this.chance.is(12)
					? this.chance.below(40 * HOUR)
					: 5 * SECOND + this.chance.below(2 * MINUTE),
			);
			if (this.options.changingFilters === true) this.changeFilters();
			await this.poll();
			await this.changeN8n();
		}
		await this.settle();
	}

	result(): PlayedHistory {
		const givenUp = this.n8n.warnings.filter((warning) => /given up|are believed/.test(warning));
		return {
			breaches: [...this.rules.breaches, ...givenUp.map((warning) => `given up: ${warning}`)],
			emitted: this.emitted,
			polls: this.polls,
			failed: this.failed,
		};
	}

	private disturb(): void {
		if (this.options.faults === true && this.chance.is(40)) this.player.fault();
		if (this.options.stale === true && this.chance.is(30)) this.player.oldSnapshot();
	}

	private async changeN8n(): Promise<void> {
		const { restarts, rollbacks, publishing, keys } = this.options;
		if (restarts === true && this.chance.is(15) && this.n8n.canRestart) await this.restart();
		if (rollbacks === true && this.chance.is(12)) this.rollBack();
		if (keys === true && this.chance.is(12)) this.changeKey();
		if (publishing === true && this.chance.is(12)) await this.publishAgain();
	}

	/** All that was disturbed comes to rest, and the trigger catches up. */
	private async settle(): Promise<void> {
		this.exchange.clearFaults();
		this.isSettling = true;
		for (const ms of [75 * SECOND, 6 * MINUTE, 75 * SECOND]) {
			this.pass(ms);
			await this.poll();
		}
		this.rules.settled(clockMs());
	}

	/** Publishes the workflow, which was off; n8n tries again when the first poll throws. */
	private async publish(): Promise<void> {
		for (;;) {
			const tried = await this.spanOf(async () => await this.n8n.register('activate'), true);
			if (!tried.outcome.hasFailed) return this.rules.started(tried, tried, true);
			if (!tried.outcome.hasThrown) return await this.startLate(tried);
			this.pass(SECOND);
		}
	}

	private async startLate(firstTry: Poll): Promise<void> {
		for (;;) {
			this.pass(MINUTE);
			const tried = await this.spanOf(async () => await this.n8n.poll());
			if (!tried.outcome.hasFailed) return this.rules.started(tried, firstTry, false);
		}
	}

	private async publishAgain(): Promise<void> {
		if (this.chance.is(40)) return await this.register('update');
		for (let steps = 1 + this.chance.below(6); steps > 0; steps -= 1) this.player.something();
		this.pass(10 * SECOND + this.chance.below(HOUR));
		await this.publish();
	}

	private async restart(): Promise<void> {
		if (this.n8n.restart()) this.rules.startLost();
		for (let steps = this.chance.below(3); steps > 0; steps -= 1) this.player.something();
		this.pass(10 * SECOND);
		await this.register('init');
	}

	private async register(mode: 'init' | 'update'): Promise<void> {
		let isPolled = true;
		const poll = await this.spanOf(async () => {
			const outcome = await this.n8n.register(mode);
			isPolled = outcome !== undefined;
			return outcome;
		});
		if (isPolled) this.rules.polled(poll);
	}

	private rollBack(): void {
		const emissionsBack = this.chance.below(2);
		if (this.n8n.rollback(emissionsBack)) this.rules.rolledBack(emissionsBack);
	}

	private changeFilters(): void {
		const events = [...ALWAYS, ...Object.keys(SOMETIMES)].filter(() => this.chance.is(60));
		this.n8n.parameters = {
			...this.n8n.parameters,
			events: events.length === 0 ? ['orderCreated'] : events,
			filters: this.chance.is(50) ? { side: this.chance.of(['buy', 'sell'] as const) } : {},
		};
	}

	private changeKey(): void {
		this.keys += 1;
		const old = this.n8n.apiKey;
		this.n8n.apiKey = `key-${this.keys}`;
		this.exchange.addKey({ apiKey: this.n8n.apiKey, apiSecret: this.n8n.apiSecret });
		this.exchange.removeKey(old);
	}

	private async poll(): Promise<void> {
		const isDoubled = this.chance.is(5);
		const poll = await this.spanOf(async () => await this.n8n.poll(isDoubled));
		this.rules.polled(poll);
	}

	private pass(ms: number): void {
		later(ms);
		this.record.note();
	}

	private async spanOf(task: () => Promise<PollOutcome | undefined>, isActivation = false): Promise<Poll> {
		const [from, startMs, calls] = [this.record.step, clockMs(), this.exchange.calls.length];
		const gapMs = startMs - this.lastPollMs;
		this.lastPollMs = startMs;
		const outcome = (await task()) ?? NO_POLL;
		this.record.note();
		const endMs = clockMs();
		const isUndisturbed = this.exchange.calls
			.slice(calls)
			.every(({ fault, code }) => fault === undefined && code === 0);
		this.polls += 1;
		this.failed += outcome.hasFailed ? 1 : 0;
		this.emitted += outcome.items.length;
		return {
			from,
			to: this.record.step,
			startMs,
			endMs,
			// One that has no time for all it has to read leaves the rest to the next.
			isClean:
				isUndisturbed && !outcome.hasFailed && endMs - startMs < Math.max(2_000, Math.min(gapMs, 30 * SECOND) / 4),
			outcome,
			isActivation,
		};
	}
}

const NO_POLL: PollOutcome = {
	items: [],
	executions: 0,
	hasFailed: false,
	hasThrown: false,
	storedBefore: '',
	storedAfter: '',
};
