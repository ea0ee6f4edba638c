/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import com.google.gson.JsonObject;
import io.tohu.cli.cloud.CloudMessage;
import io.tohu.cli.cloud.CloudView;
import io.tohu.cli.cloud.Components;
import io.tohu.cli.cloud.KuraAddress;
import io.tohu.cli.cloud.KuraRemote;
import io.tohu.cli.field.FieldStory;
import io.tohu.cli.field.PlantPower;
import io.tohu.cli.process.PlantControl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The gateway under test with what stands around it, and the traces that the test has left on it. */
final class Site implements AutoCloseable {

    private final CloudView cloud = new CloudView(message -> {});
    private final ResultStream results = new ResultStream("/" + PumpLine.APPLICATION + "/results");
    private final ResultStream alarms = new ResultStream("/" + PumpLine.APPLICATION + "/alarms");
    private final KuraRemote remote;
    private final Deployments deployments;
    private final PlantControl plant;
    private final PackageServer server;
    private final Packages packages;
    private final PumpLine line;
    private final Optional<Restart> restart;
    private final PlantPower power;
    private final FieldStory field;
    private final Set<String> applications = new TreeSet<>();
    private final Set<String> installed = new LinkedHashSet<>();
    private JsonObject graphBefore;
    private OptionalLong subscriptionsBefore = OptionalLong.empty();

    /** Makes a gateway start again. */
    interface Restart {

        void restart() throws IOException, InterruptedException;
    }

    /**
     * @param restart empty when nobody said how
     */
    Site(
            KuraAddress address,
            PlantControl plant,
            PackageServer server,
            Packages packages,
            PumpLine line,
            PlantPower power,
            Optional<Restart> restart)
            throws IOException {
        this.plant = plant;
        this.server = server;
        this.packages = packages;
        this.line = line;
        this.restart = restart;
        this.remote = new KuraRemote(address, this::received);
        this.deployments = new Deployments(remote);
        this.power = power;
        this.field = new FieldStory(components(), cloud, PumpLine.APPLICATION, PumpLine.PREFIX, line.opcUaUrl());
    }

    private void received(CloudMessage message) {
        cloud.accept(message);
        results.accept(message);
        alarms.accept(message);
    }

    KuraRemote remote() {
        return remote;
    }

    CloudView cloud() {
        return cloud;
    }

    ResultStream results() {
        return results;
    }

    ResultStream alarms() {
        return alarms;
    }

    Deployments deployments() {
        return deployments;
    }

    Components components() {
        return new Components(remote);
    }

    Wires wires() {
        return new Wires(remote);
    }

    Inventory inventory() {
        return new Inventory(remote);
    }

    PlantControl plant() {
        return plant;
    }

    Packages packages() {
        return packages;
    }

    PumpLine line() {
        return line;
    }

    PlantPower power() {
        return power;
    }

    FieldStory field() {
        return field;
    }

    Optional<Restart> restart() {
        return restart;
    }

    /** Applications that the gateway was seen to answer. */
    Set<String> applications() {
        return applications;
    }

    /** Names of the packages that the test has installed, in their order. */
    Set<String> installed() {
        return installed;
    }

    /** The graph that was there before the test's own; empty while it is untouched. */
    Optional<JsonObject> graphBefore() {
        return Optional.ofNullable(graphBefore);
    }

    void graphBefore(JsonObject graph) {
        graphBefore = graph;
    }

    /** How many subscriptions the broker held before anything was installed; empty when it does not tell. */
    OptionalLong subscriptionsBefore() {
        return subscriptionsBefore;
    }

    void subscriptionsBefore(OptionalLong count) {
        subscriptionsBefore = count;
    }

    /** A folder for files of this run. */
    Path folder() {
        return packages.next(Packages.AI).file().getParent();
    }

    /** Where a package of that file name would be served, whether it is or not. */
    URI uriOf(String fileName) {
        return server.uri(fileName);
    }

    /** Has a package installed over DEPLOY-V2. */
    void install(Packages.Shipped dp) throws IOException, InterruptedException {
        installed.add(dp.name());
        deployments.install(dp.name(), dp.version(), server.offer(dp.file()));
    }

    @Override
    public void close() {
        remote.close();
    }
}
