import {
  Function as ViewerFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** Pages are made in the browser: every path that isn't a file is the page. On the site only, so that the API's 404 stays one. */
const PAGE_FOR_EVERY_PATH = `
function handler(event) {
  var request = event.request;
  var lastPart = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (lastPart.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}`;

/**
 * Whatever the browser said of itself is overwritten: throttling and audit need an address that can't be chosen, and
 * the guard against forged requests the host that was asked, which the origin behind CloudFront doesn't see.
 */
const TRUE_VIEWER_ADDRESS = `
function handler(event) {
  var request = event.request;
  request.headers['x-viewer-ip'] = { value: event.viewer.ip };
  request.headers['x-viewer-host'] = { value: request.headers.host.value };
  return request;
}`;

const atRequest = (scope: Construct, id: string, code: string) => ({
  eventType: FunctionEventType.VIEWER_REQUEST,
  function: new ViewerFunction(scope, id, {
    code: FunctionCode.fromInline(code.trim()),
    runtime: FunctionRuntime.JS_2_0,
  }),
});

export const pageForEveryPath = (scope: Construct) =>
  atRequest(scope, 'PageForEveryPath', PAGE_FOR_EVERY_PATH);

export const trueViewerAddress = (scope: Construct) =>
  atRequest(scope, 'TrueViewerAddress', TRUE_VIEWER_ADDRESS);
