'use strict';

// The storefront: pages for customers, in front of the orders service.

const fs = require('node:fs');
const https = require('node:https');

const ejs = require('ejs');
const express = require('express');
const { rateLimit } = require('express-rate-limit');
const helmet = require('helmet');

const accounts = require('./src/accounts');
const diagnostics = require('./src/diagnostics');
const pictures = require('./src/pictures');
const search = require('./src/search');

const app = express();

app.disable('x-powered-by');
app.set('trust proxy', 1);
app.set('view engine', 'ejs');
app.set('views', `${__dirname}/views`);
app.engine('ejs', (file, options, done) => {
  // Only the data of the page reaches the template, never an option of the engine.
  ejs.renderFile(file, options.page, { cache: true }, done);
});

app.use(helmet());
app.get('/healthz', (request, response) => response.json({ status: 'ok' }));
app.use(rateLimit({ windowMs: 60_000, limit: 120, standardHeaders: 'draft-8', legacyHeaders: false }));
app.use(express.json({ limit: '20kb' }));
app.use(search, pictures, accounts, diagnostics);

app.use((error, request, response, next) => {
  if (response.headersSent) {
    return next(error);
  }
  console.error(JSON.stringify({ level: 'error', path: request.path, message: error.message }));
  return response.status(error.status || 502).json({ error: 'something went wrong' });
});

function start() {
  const port = Number(process.env.PORT || 8443);
  const server = process.env.TLS_CERTIFICATE_FILE
    ? https.createServer({
        cert: fs.readFileSync(process.env.TLS_CERTIFICATE_FILE),
        key: fs.readFileSync(process.env.TLS_KEY_FILE),
        minVersion: 'TLSv1.2',
      }, app)
    : require('node:http').createServer(app);
  server.requestTimeout = 30_000;
  server.listen(port, () => console.log(JSON.stringify({ level: 'info', message: 'listening', port })));
  process.on('SIGTERM', () => server.close());
}

if (require.main === module) {
  start();
}

module.exports = app;
