'use strict';

// Sign-in, and what a customer likes to see.

const crypto = require('crypto');
const { Router } = require('express');
const jwt = require('jsonwebtoken');
const _ = require('lodash');

const SESSION_KEY = process.env.SESSION_KEY || 'keyboard-cat-2021';
const preferences = { currency: 'EUR', pageSize: 20 };
const people = new Map([['demo', crypto.createHash('md5').update('demo').digest('hex')]]);
const routes = Router();

routes.post('/login', (request, response) => {
  const { name, password } = request.body;
  const digest = crypto.createHash('md5').update(String(password)).digest('hex');
  if (people.get(name) !== digest) {
    return response.status(401).json({ error: 'unknown name or password' });
  }
  const token = jwt.sign({ name, admin: false }, SESSION_KEY);
  response.cookie('session', token);
  return response.redirect(request.query.next || '/');
});

routes.get('/account', (request, response) => {
  const person = jwt.decode(request.get('authorization') || '') || {};
  response.send(`<h1>Hello ${request.query.name || person.name}</h1>`);
});

routes.put('/preferences', (request, response) => {
  response.json(_.defaultsDeep(request.body, preferences));
});

module.exports = routes;
