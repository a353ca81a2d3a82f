import { adEvent, detectAds } from '../detect/ads';
import { eventRow } from './eventRow';

export const adStatusChanged = eventRow({
	value: 'adStatusChanged',
	name: 'Ad Status Changed',
	description: 'One of your ads went online or offline, was sold out, or was hidden by Bybit',
	detect: detectAds,
	standsFor: ({ type }) => type === 'adStatus',
	reads: 'ads',
	sample: { from: 'ads', event: (ad, nowMs) => adEvent(ad, 1, nowMs) },
});
