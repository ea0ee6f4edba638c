/** What the plant serves over its protocols, independent of any of them: tags, frames of values and the machines behind. */
package io.tohu.plant.serve;
