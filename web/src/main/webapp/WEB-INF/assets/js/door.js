/* The door of an event. It works without a network: the list lies encrypted in this browser (AES-GCM),
   under a key that the server gives to whoever is signed in and that this window alone holds; tickets
   are checked by the public key; scans are kept, encrypted too, until the server has answered. */
(() => {
  'use strict';
  const root = document.getElementById('door');
  if (!root || !window.indexedDB || !crypto.subtle) return;
  const slug = root.dataset.slug;
  const words = JSON.parse(root.dataset.words);
  const $ = (id) => document.getElementById(id);
  const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (m, n) => values[n]);
  const KEY = 'door-key:' + location.pathname;
  const HOURS = 18;
  let list = null;
  let key = null;
  let online = false;
  let last = null;

  /* ---- keeping ---- */
  const opened = new Promise((done, failed) => {
    const asked = indexedDB.open('alliance-door', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('list');
      asked.result.createObjectStore('queue', { keyPath: 'id' }).createIndex('door', 'door');
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const store = (name, mode, work) => opened.then((db) => new Promise((done, failed) => {
    const change = db.transaction(name, mode);
    const asked = work(change.objectStore(name));
    change.oncomplete = () => done(asked && asked.result);
    change.onerror = () => failed(change.error);
    change.onabort = () => failed(change.error);
  }));
  const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const seal = async (value, about) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) }, key,
      new TextEncoder().encode(JSON.stringify(value)));
    return { iv, data };
  };
  const unseal = async (kept, about) => JSON.parse(new TextDecoder().decode(
    await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: kept.iv, additionalData: new TextEncoder().encode(about) }, key, kept.data)));
  const useKey = async (base64) => {
    key = await crypto.subtle.importKey('raw', bytes(base64), 'AES-GCM', false, ['encrypt', 'decrypt']);
  };
  const rememberKey = (base64) => sessionStorage.setItem(KEY,
    JSON.stringify({ key: base64, until: Date.now() + HOURS * 3600000 }));
  const rememberedKey = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEY) || 'null');
    return kept && kept.until > Date.now() ? kept.key : null;
  };
  const keepList = async () => {
    const sealed = await seal(list, 'list ' + slug);
    await store('list', 'readwrite', (all) => all.put(sealed, location.pathname));
  };
  const queued = () => store('queue', 'readonly', (all) => all.index('door').getAll(location.pathname));
  const enqueue = async (entry) => {
    const sealed = await seal(entry, 'scan ' + entry.id);
    await store('queue', 'readwrite', (all) => all.put(
      { id: entry.id, door: location.pathname, at: entry.at, iv: sealed.iv, data: sealed.data }));
  };
  const dequeue = (ids) => store('queue', 'readwrite', (all) => { ids.forEach((id) => all.delete(id)); });
  const waiting = async () => {
    const entries = [];
    for (const kept of await queued()) {
      try {
        entries.push(await unseal(kept, 'scan ' + kept.id));
      } catch {
        /* of another account on this phone: it opens and is sent when that one signs in */
      }
    }
    return entries.sort((a, b) => a.at.localeCompare(b.at));
  };

  /* ---- the network ---- */
  const ask = async (url, body) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), body ? 15000 : 20000);
    try {
      const answer = await fetch(url, {
        method: body ? 'POST' : 'GET', redirect: 'manual', credentials: 'same-origin', signal: stop.signal,
        headers: body ? { 'Content-Type': 'application/json' } : {},
        body: body ? JSON.stringify(body) : undefined });
      if (answer.type === 'opaqueredirect' || answer.status === 401) throw { signedOut: true };
      const type = answer.headers.get('Content-Type') || '';
      const read = type.includes('json') ? await answer.json() : {};
      if (answer.status >= 500) throw { network: true };
      if (!answer.ok) throw { refused: read.detail || String(answer.status) };
      return read;
    } catch (error) {
      throw error.signedOut || error.refused ? error : { network: true };
    } finally {
      clearTimeout(timer);
    }
  };
  const trouble = (error) => {
    online = false;
    if (error.signedOut) {
      sessionStorage.removeItem(KEY);
      state('bad', words.signedout);
    } else if (error.refused) {
      state('bad', say('refused', error.refused));
    } else {
      state('warn', list ? say('offline', clock(list.read_at)) : words.nolist);
    }
  };
  const state = (kind, text) => {
    $('net').className = 'badge ' + kind;
    $('net').textContent = text;
  };

  const clock = (iso) => new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit', minute: '2-digit', timeZone: list ? list.zone : 'UTC' }).format(new Date(iso));
  const dayOf = (iso) => new Intl.DateTimeFormat('en-CA', {
    year: 'numeric', month: '2-digit', day: '2-digit', timeZone: list.zone }).format(new Date(iso));
  const today = (iso) => {
    const day = dayOf(iso);
    const first = dayOf(list.starts_at);
    const end = dayOf(new Date(Date.parse(list.ends_at) - 1).toISOString());
    return day < first ? first : day > end ? end : day;
  };

  const read = async () => {
    const fresh = await ask(root.dataset.list);
    await useKey(fresh.device_key);
    rememberKey(fresh.device_key);
    delete fresh.device_key;
    list = fresh;
    for (const entry of await waiting()) {
      if (entry.scan && entry.registration) markIn(entry.registration, entry.scan, list.operator);
    }
    await keepList();
    online = true;
    state('ok', words.online);
    sessions();
    show();
  };

  /** Sends what waits, in the order in which it was scanned. Returns how many did not count. */
  let sending = null;
  const send = () => {
    sending = sending || sendAll().finally(() => { sending = null; });
    return sending;
  };
  const sendAll = async () => {
    const entries = await waiting();
    if (!entries.length) return;
    const conflicts = [];
    let sent = 0;
    for (let i = 0; i < entries.length; i += 200) {
      const part = entries.slice(i, i + 200);
      const scans = part.filter((entry) => entry.scan).map((entry) => Object.assign({}, entry.scan, { offline: true }));
      const answers = scans.length ? (await ask(root.dataset.list + '/scans', { scans })).items : [];
      for (const entry of part.filter((each) => each.undo)) {
        try {
          await ask(root.dataset.list + '/undo/' + entry.undo, {});
        } catch (error) {
          if (!error.refused) throw error;
        }
      }
      await dequeue(part.map((entry) => entry.id));
      sent += part.length;
      conflicts.push(...answers.filter((answer) => answer.outcome !== 'CHECKED_IN'));
    }
    $('late').textContent = say('sent', sent, clock(new Date().toISOString()))
      + (conflicts.length ? ' ' + say('conflicts', conflicts.length) : '');
    $('late-list').replaceChildren(...conflicts.map((answer) => item(answer.name || '', answer.words, null)));
  };
  const refresh = async () => {
    try {
      if (!key) await read();
      await send();
      await read();
    } catch (error) {
      trouble(error);
      show();
    }
  };

  /* ---- tickets ---- */
  const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const token = (text) => {
    const plain = text.trim().toUpperCase();
    if (plain.length !== 135) return null;
    const all = new Uint8Array(84);
    let bits = 0;
    let held = 0;
    let at = 0;
    for (const letter of plain) {
      const five = ALPHABET.indexOf(letter);
      if (five < 0) return null;
      held = (held << 5) | five;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        all[at++] = held >> bits;
        held &= (1 << bits) - 1;
      }
    }
    if (all[0] !== 1 || held !== 0) return null;
    const hex = [...all.slice(2, 18)].map((b) => b.toString(16).padStart(2, '0')).join('');
    return {
      key: all[1],
      ticket: hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
      generation: (all[18] << 8) | all[19],
      payload: all.slice(0, 20),
      signature: all.slice(20)
    };
  };
  const verifies = async (read) => {
    const known = list.keys.find((each) => each.id === read.key);
    if (!known) return false;
    const raw = bytes(known.ed25519);
    try {
      const made = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
      return await crypto.subtle.verify({ name: 'Ed25519' }, made, read.signature, read.payload);
    } catch {
      const noble = await import(root.dataset.noble);
      return noble.verifyAsync(read.signature, read.payload, raw).catch(() => false);
    }
  };
  const typed = (text) => text.toUpperCase().replace(/[\s-]/g, '')
    .replace(/O/g, '0').replace(/[IL]/g, '1').replace(/U/g, 'V');

  /** What this phone can say by itself: {person, outcome, words}. */
  const judge = async (scan) => {
    if (scan.walk_in) return { person: null, outcome: 'NEW', words: words.walkin };
    let person;
    if (scan.ticket !== undefined) {
      const told = token(scan.ticket);
      if (told) {
        if (!await verifies(told)) return { outcome: 'FORGED', words: words.forged };
        person = list.people.find((each) => each.ticket === told.ticket);
        if (!person) return { outcome: 'NEWER', words: say('newer', clock(list.read_at)) };
        if (person.generation !== told.generation) return { outcome: 'REVOKED', words: words.revoked };
      } else {
        person = list.people.find((each) => each.code === typed(scan.ticket));
        if (!person) return { outcome: 'UNKNOWN', words: words.unknown };
      }
    } else {
      person = list.people.find((each) => each.registration === scan.registration);
    }
    if (!person.seat) return { person, outcome: 'NO_SEAT', words: words.noseat };
    const session = list.sessions.find((each) => each.id === scan.session);
    if (session && session.chosen && !person.sessions.includes(session.id)) {
      return { person, outcome: 'NOT_CHOSEN', words: words.notchosen };
    }
    const before = inAt(person, scan);
    if (before) return { person, outcome: 'ALREADY', first: before, words: '' };
    return { person, outcome: 'IN', words: '' };
  };
  const inAt = (person, scan) => person.in.find((each) => (scan.session
    ? each.session === scan.session
    : !each.session && each.day === today(scan.scanned_at)));
  const markIn = (registration, scan, by) => {
    const person = list.people.find((each) => each.registration === registration);
    if (person && !inAt(person, scan)) {
      const mark = { day: today(scan.scanned_at), at: scan.scanned_at, place: scan.place, by, client: scan.client_id };
      if (scan.session) mark.session = scan.session;
      if (!person.in.length) list.counts.in++;
      person.in.push(mark);
    }
  };
  const takeOut = (client) => {
    list.people.forEach((person) => {
      const left = person.in.filter((each) => each.client !== client);
      if (left.length !== person.in.length && !left.length) list.counts.in--;
      person.in = left;
    });
  };

  /** Takes one scan: kept first, then sent; told by the server, else by this phone. */
  const take = async (what, name) => {
    if (!key || !list) {
      tell('no', words.no, '', [words.nolist]);
      return;
    }
    const scan = Object.assign({
      client_id: crypto.randomUUID(), scanned_at: new Date().toISOString(), place: $('place').value.trim(), shown: name || '' }, what);
    if ($('session').value) scan.session = Number($('session').value);
    const here = await judge(scan);
    if (here.person) scan.shown = here.person.name || '';
    const sure = ['FORGED', 'REVOKED', 'ALREADY', 'NO_SEAT', 'NOT_CHOSEN', 'UNKNOWN'].includes(here.outcome);
    const entry = { id: scan.client_id, at: scan.scanned_at, scan, registration: here.person ? here.person.registration : null };
    if (!sure) await enqueue(entry);
    if (online || navigator.onLine) {
      try {
        const answer = (await ask(root.dataset.list + '/scans', { scans: [scan] })).items[0];
        await dequeue([entry.id]);
        online = true;
        state('ok', words.online);
        answered(scan, answer);
        return;
      } catch (error) {
        if (error.refused) {
          await dequeue([entry.id]);
          tell('no', words.no, scan.shown, [error.refused]);
          return;
        }
        trouble(error);
      }
    }
    if (!sure && here.person) {
      markIn(here.person.registration, scan, list.operator);
      await keepList();
    }
    const people = here.person || { name: name || '', company: '', category: '' };
    if (here.outcome === 'ALREADY') {
      tell('already', words.already, people.name, [when(here.first), people.company]);
    } else if (sure) {
      tell('no', words.no, here.outcome === 'REVOKED' ? '' : people.name, [here.words]);
    } else {
      tell('yes', words.in, people.name, [people.company, people.category, here.words, words.kept], scan.client_id);
    }
    show();
  };
  const when = (first) => say('before', dayOf(first.at) === dayOf(new Date().toISOString())
    ? clock(first.at) : dayOf(first.at) + ' ' + clock(first.at), [first.place, say('by', first.by)].filter(Boolean).join(', '));
  const answered = async (scan, answer) => {
    if (answer.registration && answer.outcome === 'CHECKED_IN') {
      if (!list.people.some((each) => each.registration === answer.registration)) await read();
      markIn(answer.registration, scan, list.operator);
      tell('yes', words.in, answer.name, [answer.company, answer.category, answer.walk_in ? words.walkin : ''], answer.client_id);
    } else if (answer.outcome === 'ALREADY') {
      const person = list.people.find((each) => each.registration === answer.registration);
      if (person && answer.first && !inAt(person, scan)) {
        markIn(person.registration, Object.assign({}, scan, { scanned_at: answer.first.at, place: answer.first.place }), answer.first.by);
      }
      tell('already', words.already, answer.name, [answer.first ? when(answer.first) : '', answer.company]);
    } else {
      tell('no', words.no, answer.name || '', [answer.words]);
    }
    await keepList();
    show();
  };
  const undo = async (client) => {
    const entries = await waiting();
    if (entries.some((entry) => entry.id === client)) {
      await dequeue([client]);
    } else {
      await enqueue({ id: crypto.randomUUID(), at: new Date().toISOString(), undo: client });
      // read anew: a list that was read after the scan does not know it by its number
      await send().then(read).catch(trouble);
    }
    takeOut(client);
    await keepList();
    tell('', words.undone, last ? last.name : '', []);
    show();
  };

  /* ---- the page ---- */
  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const icon = (name) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'i');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', root.dataset.icons + '#' + name);
    svg.append(use);
    return svg;
  };
  const tell = (kind, title, name, lines, client) => {
    last = { name };
    const head = element('p', '', 'd-head');
    if (kind) head.append(icon({ yes: 'i-check', already: 'i-warn', no: 'i-cross' }[kind]));
    head.append(element('b', title));
    const parts = [head];
    if (name) parts.push(element('p', name, 'd-name'));
    lines.filter(Boolean).forEach((line) => parts.push(element('p', line)));
    if (client) {
      const button = element('button', words.undo, 'btn-2');
      button.type = 'button';
      button.addEventListener('click', () => undo(client));
      parts.push(button);
    }
    const result = $('result');
    result.className = 'door-result ' + kind;
    result.replaceChildren(...parts);
    if (navigator.vibrate) navigator.vibrate(kind === 'yes' ? 80 : [80, 80, 200]);
  };
  const item = (name, line, button) => {
    const li = element('li');
    const text = element('div');
    text.append(element('b', name));
    if (line) text.append(element('br'), element('span', line, 'small dim'));
    li.append(text);
    if (button) li.append(button);
    return li;
  };
  const sessions = () => {
    const select = $('session');
    const chosen = select.value;
    while (select.options.length > 1) select.remove(1);
    list.sessions.forEach((session) => {
      const option = element('option', clock(session.starts_at) + ' ' + session.name);
      option.value = session.id;
      select.append(option);
    });
    select.value = chosen;
  };
  const find = () => {
    const asked = $('find').value.trim().toLowerCase();
    if (!list || asked.length < 2) {
      $('found-n').textContent = '';
      $('found').replaceChildren();
      return;
    }
    const found = list.people.filter((each) => each.seat
      && (each.name + ' ' + (each.company || '')).toLowerCase().includes(asked));
    $('found-n').textContent = say('found', found.length);
    const scan = { session: Number($('session').value) || undefined, scanned_at: new Date().toISOString() };
    $('found').replaceChildren(...found.slice(0, 20).map((each) => {
      const before = inAt(each, scan);
      const line = [each.company, each.category, before ? say('isin', clock(before.at)) : ''].filter(Boolean).join(', ');
      let button = null;
      if (!before) {
        button = element('button', words.checkin, 'btn-2');
        button.type = 'button';
        button.append(element('span', ' ' + each.name, 'vh'));
        button.addEventListener('click', () => take({ registration: each.registration }, each.name));
      }
      return item(each.name, line, button);
    }));
  };
  const show = async () => {
    if (list) {
      $('n-in').textContent = list.counts.in;
      $('n-expected').textContent = list.counts.expected;
    }
    const kept = (await queued()).length;
    $('n-kept').textContent = kept;
    $('kept-line').hidden = kept === 0;
    root.dataset.kept = kept;
    if (kept) $('late').textContent = say('waits', kept);
    find();
  };

  /* ---- the camera ---- */
  let stream = null;
  let seen = { text: '', at: 0 };
  const script = (url) => new Promise((done, failed) => {
    const made = element('script');
    made.src = url;
    made.onload = done;
    made.onerror = failed;
    document.head.append(made);
  });
  const reader = async () => {
    if ('BarcodeDetector' in window
        && (await window.BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
      const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
      return async (video) => ((await detector.detect(video))[0] || {}).rawValue;
    }
    if (!window.jsQR) await script(root.dataset.jsqr);
    const canvas = document.createElement('canvas');
    const paint = canvas.getContext('2d', { willReadFrequently: true });
    return async (video) => {
      const scale = Math.min(1, 640 / Math.max(video.videoWidth, video.videoHeight));
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      paint.drawImage(video, 0, 0, canvas.width, canvas.height);
      const image = paint.getImageData(0, 0, canvas.width, canvas.height);
      const found = window.jsQR(image.data, canvas.width, canvas.height, { inversionAttempts: 'dontInvert' });
      return found && found.data;
    };
  };
  const label = (text) => { $('camera').querySelector('span').textContent = text; };
  const camera = async () => {
    const video = $('video');
    if (stream) {
      stream.getTracks().forEach((track) => track.stop());
      stream = null;
      video.hidden = true;
      label(words['camera.on']);
      return;
    }
    try {
      const look = await reader();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      video.hidden = false;
      await video.play();
      label(words['camera.off']);
      const turn = async () => {
        if (!stream) return;
        if (video.videoWidth) {
          const text = await look(video).catch(() => null);
          const again = text === seen.text && Date.now() - seen.at < 4000;
          if (text) {
            if (!again) await take({ ticket: text.slice(0, 400) });
            seen = { text, at: Date.now() };
          }
        }
        setTimeout(turn, 120);
      };
      turn();
    } catch {
      stream = null;
      tell('no', words['camera.none'], '', []);
    }
  };

  /* ---- hands ---- */
  $('camera').addEventListener('click', camera);
  $('typed').addEventListener('submit', (event) => {
    event.preventDefault();
    const code = $('code').value.trim();
    if (!code) return;
    $('code').value = '';
    take({ ticket: code });
  });
  $('find').addEventListener('input', find);
  $('session').addEventListener('change', find);
  $('place').value = localStorage.getItem('door-place') || '';
  $('place').addEventListener('change', () => localStorage.setItem('door-place', $('place').value.trim()));
  $('walk').addEventListener('submit', (event) => {
    event.preventDefault();
    const name = $('w-name').value.trim();
    const mail = $('w-mail').value.trim();
    const wrong = name.length < 2 ? words.wname : !$('w-mail').checkValidity() || !mail ? words.wmail : '';
    $('w-err').textContent = wrong;
    if (wrong) {
      $(name.length < 2 ? 'w-name' : 'w-mail').focus();
      return;
    }
    take({ walk_in: { name, mail, company: $('w-company').value.trim() } }, name).then(() => event.target.reset());
  });
  $('send').addEventListener('click', refresh);
  window.addEventListener('online', refresh);
  setInterval(() => { if (!document.hidden) refresh(); }, 30000);

  (async () => {
    try {
      await refreshFirst();
    } finally {
      root.dataset.ready = '1';
    }
  })();
  async function refreshFirst() {
    try {
      await read();
      await send();
      await read();
    } catch (error) {
      const kept = error.network ? rememberedKey() : null;
      if (kept) {
        await useKey(kept);
        const sealed = await store('list', 'readonly', (all) => all.get(location.pathname));
        if (sealed) list = await unseal(sealed, 'list ' + slug);
        if (list) sessions();
      }
      trouble(error);
      await show();
    }
  }
})();
