'use strict';

// For the operators: is a host reachable from here?

const { exec } = require('child_process');
const { Router } = require('express');

const routes = Router();

routes.get('/diagnostics/ping', (request, response) => {
  exec(`ping -c 1 ${request.query.host}`, (error, stdout, stderr) => {
    response.type('text').send(stdout + stderr);
  });
});

module.exports = routes;
