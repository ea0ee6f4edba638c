/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentRequestsTest {

    private static final String INSTALLED = "install COMPLETED";
    private static final String NOT_DOWNLOADED = "download FAILED: Error during download process and verification!";

    @TempDir
    Path directory;

    private DeploymentBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new DeploymentBench(directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void assertRefused(String resource, Map<String, Object> metrics, KuraErrorCode code) {
        assertThatExceptionOfType(KuraException.class)
                .isThrownBy(() -> bench.ask(resource, metrics))
                .satisfies(thrown -> assertThat(thrown.getCode()).isEqualTo(code));
    }

    @Test
    void aPackageIsInstalledAndNotedForTheNextBoot() throws Exception {
        assertThat(bench.downloaded(INSTALLED, bench.download("/ok"))).containsExactly("download COMPLETED", INSTALLED);

        assertThat(bench.file()).doesNotExist();
        assertThat(bench.packages.resolve("pump_1.0.0.dp")).hasContent(PackageServer.CONTENT);
        assertThat(Files.readString(bench.packages.resolve("dpa.properties")))
                .contains("pump=file\\:" + bench.packages.resolve("pump_1.0.0.dp"));
        assertThat(new String(bench.ask("GET/packages", Map.of()).getBody(), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><packages>\n    <package>\n"
                        + "        <name>pump</name>\n        <version>1.0.0</version>\n        <bundles/>\n"
                        + "    </package>\n</packages>\n");
    }

    @Test
    void aFailedDownloadLeavesAnEmptyFileThatMakesTheNextTryFail() throws Exception {
        assertThat(bench.downloaded(NOT_DOWNLOADED, bench.download("/nothing")))
                .containsExactly("download FAILED: " + bench.server.url("/nothing"), NOT_DOWNLOADED);
        assertThat(bench.file()).isEmptyFile();

        assertThat(bench.downloaded("install", bench.download("/ok")))
                .containsExactly("download COMPLETED", "install FAILED: not a package");
        assertThat(bench.file()).doesNotExist();

        assertThat(bench.downloaded("install", bench.download("/ok"))).contains(INSTALLED);
    }

    @Test
    void aForcedDownloadReplacesTheEmptyFileOfAFailedOne() throws Exception {
        bench.downloaded(NOT_DOWNLOADED, bench.download("/nothing"));

        assertThat(bench.downloaded("install", bench.download("/ok", "dp.download.force", true)))
                .contains(INSTALLED);
    }

    @Test
    void resumeIsIgnoredAndADownloadStartsFromZero() throws Exception {
        bench.downloaded("install", bench.download("/ok", "dp.download.resume", true));

        assertThat(bench.server.ranges).containsExactly("null");
    }

    @Test
    void completedIsSentBeforeTheHookIsCalledAfterTheInstallation() throws Exception {
        bench.hook(RecordingHook.quiet(bench.events));

        assertThat(bench.downloaded(
                        "hook postInstall",
                        bench.download("/ok", "request.type", DeploymentBench.TYPE, "hook.properties", "a=b")))
                .containsExactly(
                        "hook preDownload signed {a=b}",
                        "download COMPLETED",
                        "hook postDownload signed {a=b}",
                        INSTALLED,
                        "hook postInstall signed {a=b}");
    }

    @Test
    void aHookIsNeverCalledForARequestWithoutType() throws Exception {
        bench.hook(new RecordingHook(bench.events, "preDownload", "", ""));

        assertThat(bench.downloaded("install", bench.download("/ok"))).noneMatch(each -> each.startsWith("hook"));
    }

    @Test
    void aPackageThatTheAgentInstallsAtBootMeetsNoHook() throws Exception {
        bench.hook(new RecordingHook(bench.events, "postDownload", "", ""));
        Path kept = Files.writeString(bench.packages.resolve("pump_1.0.0.dp"), PackageServer.CONTENT);

        bench.installer.install("file:" + kept);

        assertThat(bench.events()).isEmpty();
    }

    @Test
    void aTypeForWhichThereIsNoHookIsABadRequest() {
        assertRefused("EXEC/download", bench.download("/ok", "request.type", "other"), KuraErrorCode.BAD_REQUEST);
        assertRefused(
                "EXEC/download",
                bench.download("/ok", "request.type", DeploymentBench.TYPE),
                KuraErrorCode.BAD_REQUEST);
    }

    @Test
    void aHookThatRefusesBeforeTheDownloadIsAnError() {
        bench.hook(new RecordingHook(bench.events, "preDownload", "", ""));

        assertRefused(
                "EXEC/download",
                bench.download("/ok", "request.type", DeploymentBench.TYPE),
                KuraErrorCode.PROCESS_EXECUTION_ERROR);
    }

    @Test
    void postDownloadIsCalledAfterAFailedDownloadToo() throws Exception {
        bench.hook(RecordingHook.quiet(bench.events));

        assertThat(bench.downloaded(
                        "hook postDownload", bench.download("/nothing", "request.type", DeploymentBench.TYPE)))
                .endsWith(NOT_DOWNLOADED, "hook postDownload signed {}");
    }

    @Test
    void aRefusalAfterTheDownloadDeletesTheFileAndTheCloudIsNotTold() throws Exception {
        bench.hook(new RecordingHook(bench.events, "postDownload", "", ""));

        assertThat(bench.downloaded("hook postDownload", bench.download("/ok", "request.type", DeploymentBench.TYPE)))
                .endsWith("download COMPLETED", "hook postDownload signed {}");
        assertThat(bench.file()).doesNotExist();
    }

    @Test
    void aHookThatBreaksAfterTheDownloadLeavesTheFile() throws Exception {
        bench.hook(new RecordingHook(bench.events, "", "postDownload", ""));

        bench.downloaded("hook postDownload", bench.download("/ok", "request.type", DeploymentBench.TYPE));

        assertThat(bench.file()).hasContent(PackageServer.CONTENT);
    }

    @Test
    void postInstallIsCalledAlthoughTheInstallationFailed() throws Exception {
        bench.hook(new RecordingHook(bench.events, "", "postInstall", ""));

        assertThat(bench.downloaded(
                        "install FAILED: broken", bench.download("/bad", "request.type", DeploymentBench.TYPE)))
                .endsWith("install FAILED: not a package", "hook postInstall signed {}", "install FAILED: broken");
    }

    @Test
    void oneThreadDoesEverythingSoThatAHookThatWaitsHoldsUpAnUninstallation() throws Exception {
        RecordingHook hook = bench.hook(new RecordingHook(bench.events, "", "", "postDownload"));
        bench.ask("EXEC/download", bench.download("/ok", "request.type", DeploymentBench.TYPE));
        hook.entered.await();

        assertThat(bench.ask("EXEC/uninstall", Map.of("dp.name", "other", "job.id", 8L))
                        .getMetric("response.code"))
                .isEqualTo(200);
        KuraPayload second = bench.ask("EXEC/download", bench.download("/ok"));
        assertThat(second.getMetric("response.code")).isEqualTo(500);
        assertThat(second.getMetric("download.status")).isEqualTo("IN_PROGRESS");
        assertThat(bench.events()).noneMatch(each -> each.startsWith("uninstall"));

        hook.release.countDown();
        assertThat(bench.await("uninstall"))
                .containsSubsequence(INSTALLED, "hook postInstall signed {}", "uninstall COMPLETED");
    }

    @Test
    void aFileWithAnotherHashIsDeletedAfterItsDownloadWasSaidToBeComplete() throws Exception {
        assertThat(bench.downloaded(NOT_DOWNLOADED, bench.download("/ok", "dp.download.hash", "SHA-256:12")))
                .containsExactly("download COMPLETED", NOT_DOWNLOADED);
        assertThat(bench.file()).doesNotExist();

        assertThat(bench.downloaded(
                        "install", bench.download("/ok", "dp.download.hash", "MD5: c945a24401a4a090fe1c99d981be0c7b")))
                .hasSize(2);
    }

    @Test
    void theProtocolIsHttpAlsoForAnHttpsUrl() throws Exception {
        assertThat(bench.downloaded(NOT_DOWNLOADED, bench.download("/ok", "dp.download.protocol", "HTTPS")))
                .containsExactly(NOT_DOWNLOADED);
        assertThat(bench.file()).isEmptyFile();
    }

    @Test
    void aPackageIsUninstalledWithItsFileAndOneThatIsNotThereIsSaidToBeToo() throws Exception {
        bench.downloaded("install", bench.download("/ok"));

        bench.events.clear();
        bench.ask("EXEC/uninstall", Map.of("dp.name", "pump", "job.id", 8L));
        bench.await("uninstall COMPLETED");
        assertThat(bench.packages.resolve("pump_1.0.0.dp")).doesNotExist();
        assertThat(Files.readString(bench.packages.resolve("dpa.properties"))).doesNotContain("pump");

        bench.events.clear();
        bench.ask("EXEC/uninstall", Map.of("dp.name", "pump", "job.id", 8L));
        bench.await("uninstall COMPLETED");
    }

    @Test
    void aRequestThatLacksSomethingOrHasAnotherTypeIsABadOne() {
        for (String name : new String[] {
            "dp.uri", "dp.name", "dp.version", "dp.download.protocol", "job.id", "dp.install.system.update"
        }) {
            Map<String, Object> metrics = bench.download("/ok");
            metrics.remove(name);
            assertRefused("EXEC/download", metrics, KuraErrorCode.BAD_REQUEST);
        }
        assertRefused("EXEC/download", bench.download("/ok", "job.id", 7), KuraErrorCode.BAD_REQUEST);
        assertRefused("EXEC/download", bench.download("/ok", "dp.name", "../../x"), KuraErrorCode.BAD_REQUEST);
        assertRefused("EXEC/uninstall", Map.of("dp.name", "pump"), KuraErrorCode.BAD_REQUEST);
        assertRefused("EXEC/nothing", Map.of(), KuraErrorCode.NOT_FOUND);
    }

    @Test
    void scriptsAreNotRunHere() {
        assertRefused(
                "EXEC/download", bench.download("/ok", "dp.install.system.update", true), KuraErrorCode.BAD_REQUEST);
    }
}
