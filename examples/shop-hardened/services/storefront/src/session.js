'use strict';

// Tokens: signed with the current key, checked with the current and the previous one.

const crypto = require('node:crypto');
const fs = require('node:fs');

const jwt = require('jsonwebtoken');

const FILE = process.env.SESSION_KEYS_FILE || '/var/run/secrets/shop/session/keys.json';
const COOKIE = '__Host-session';

function keys() {
  const { current, previous } = JSON.parse(fs.readFileSync(FILE, 'utf8'));
  return [current, previous].filter(Boolean);
}

function sign(subject, scope, audience, seconds) {
  return jwt.sign({ scope }, keys()[0], { algorithm: 'HS256', subject, audience, expiresIn: seconds });
}

function read(request) {
  const pairs = (request.get('cookie') || '').split(';').map((pair) => pair.trim().split('='));
  const found = pairs.find(([name]) => name === COOKIE);
  if (!found) {
    return null;
  }
  for (const key of keys()) {
    try {
      return jwt.verify(found[1], key, { algorithms: ['HS256'], audience: 'storefront' });
    } catch {
      // Signed with the other key, expired, or not ours.
    }
  }
  return null;
}

function signedIn(request, response, next) {
  request.person = read(request);
  return request.person ? next() : response.status(401).json({ error: 'sign in first' });
}

function receipt(order) {
  const until = Math.floor(Date.now() / 1_000) + 300;
  const signature = crypto.createHmac('sha256', keys()[0]).update(`receipt:${order}:${until}`).digest('hex');
  return `/receipts?${new URLSearchParams({ order, until, signature })}`;
}

module.exports = { COOKIE, read, receipt, sign, signedIn };
