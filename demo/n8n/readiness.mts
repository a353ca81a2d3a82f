/** True once an n8n answers: `/healthz` alone answers before the database is migrated, and older versions before they serve the editor. */
export async function isReady(url: string, isWorker = false): Promise<boolean> {
	const health = await answer(`${url}/healthz/readiness`);
	if (health?.status !== 200) return false;
	if (isWorker) return true;
	const settings = await answer(`${url}/rest/settings`);
	return settings?.status === 200 && (settings.headers.get('content-type') ?? '').includes('application/json');
}

async function answer(url: string): Promise<Response | null> {
	return await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
}
