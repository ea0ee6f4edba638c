/** What a gateway has to do with machines that refuse, speak oddly or fall silent. */
package io.tohu.cli.field;
