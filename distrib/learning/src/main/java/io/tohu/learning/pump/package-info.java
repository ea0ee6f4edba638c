/** The model of the demo pump skid; the only part of learning that needs the plant on its class path. */
package io.tohu.learning.pump;
