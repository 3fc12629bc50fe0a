import { credentialsOf } from '../../demo/credentials';
import { VENDORS } from '../vendors';
import type { Editor } from './browser';
import { byTestId, parameter } from './marks';

/** A credential of each cloud is added by hand, with a wrong secret first. */
export async function credentials({ page, url, emulator, picture, timeline }: Editor) {
	timeline.step('Credentials in the editor');
	const all = credentialsOf(emulator);
	for (const { credential, credentialName, secret, refusal } of VENDORS) {
		await page.goto(`${url}/home/credentials/create`);
		const choice = byTestId(page, 'new-credential-type-select');
		await choice.click();
		await choice.locator('input').fill(credentialName);
		await page.getByRole('option', { name: credentialName }).first().click();
		await byTestId(page, 'new-credential-type-button').click();
		const dialog = byTestId(page, 'editCredential-modal');
		const save = byTestId(dialog, 'credential-save-button');
		for (const [field, value] of Object.entries(all[credential])) {
			if (field === 'authentication') continue;
			if (field === 'region') {
				await byTestId(dialog, 'parameter-input-region').click();
				await page
					.getByRole('option', { name: String(value) })
					.first()
					.click();
			} else {
				await parameter(dialog, field).fill(field === secret ? 'wrong' : String(value));
			}
		}
		await save.click();
		await dialog.getByText('More details').click();
		const problem = dialog.getByText(refusal).first();
		await problem.waitFor();
		timeline.check(
			`${credentialName}: a wrong secret is rejected: ${await problem.innerText()}`,
			(await dialog.getByText('Couldn’t connect with these settings').count()) > 0,
		);
		await picture(`credential-refused-${credential}`, dialog);
		await parameter(dialog, secret).fill(String(all[credential][secret]));
		await save.click();
		const success = dialog.getByText('Connection tested successfully');
		await success.waitFor();
		timeline.check(`${credentialName}: the correct secret is accepted`, await success.isVisible());
		await picture(`credential-tested-${credential}`, dialog);
	}
}
