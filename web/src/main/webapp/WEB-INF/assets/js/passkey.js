/* Asks the device for a passkey and sends its answer with the form around. The page says what to ask
   in data-passkey; without this script it offers its other ways. */
(() => {
  'use strict';
  const box = document.querySelector('[data-passkey]');
  if (!box || !window.PublicKeyCredential) return;
  const options = JSON.parse(box.getAttribute('data-passkey'));
  const form = box.closest('form');
  const button = box.querySelector('button');
  const said = box.querySelector('[role=status]');

  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = options.ids.map((id) => ({ type: 'public-key', id: bytes(id) }));

  const make = () => navigator.credentials.create({ publicKey: {
    challenge: bytes(options.challenge),
    rp: { id: options.host, name: 'CSO Alliance' },
    user: { id: bytes(options.user), name: options.name, displayName: options.name },
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
    timeout: 120000
  } });
  const use = () => navigator.credentials.get({ publicKey: {
    challenge: bytes(options.challenge),
    rpId: options.host,
    allowCredentials: known,
    userVerification: 'required',
    timeout: 120000
  } });

  const json = (credential) => {
    const answer = credential.response;
    const response = { clientDataJSON: text(answer.clientDataJSON) };
    if (answer.attestationObject) {
      response.attestationObject = text(answer.attestationObject);
      response.transports = answer.getTransports ? answer.getTransports() : [];
    } else {
      response.authenticatorData = text(answer.authenticatorData);
      response.signature = text(answer.signature);
      if (answer.userHandle) response.userHandle = text(answer.userHandle);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: {}
    });
  };

  button.addEventListener('click', async () => {
    if (!form.reportValidity()) return;
    button.disabled = true;
    said.textContent = '';
    try {
      const credential = await (options.kind === 'create' ? make() : use());
      form.querySelector('input[name=answer]').value = json(credential);
      const go = form.querySelector('[data-passkey-go]');
      if (go) {
        go.click();
      } else {
        form.submit();
      }
    } catch (refused) {
      button.disabled = false;
      said.textContent = refused.name === 'InvalidStateError'
        ? 'This device has a passkey for your account already.'
        : 'The device gave no passkey. Try again, or take another way.';
    }
  });
  box.hidden = false;
})();
