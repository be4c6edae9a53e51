package org.sifang.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.SifangTest;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyFiles;
import org.sifang.notice.FrozenSubmissions;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Files of a duty: laid ready by its addressee, fixed with the hand-in, read by whoever may see the duty. */
@SifangTest
class DutyFileDoorsTests {

    private static final byte[] PLAN = "%PDF-1.7 应急预案".getBytes(StandardCharsets.UTF_8);

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    DutyDesk desk;

    @Autowired
    DutyFiles files;

    @Autowired
    FrozenSubmissions submissions;

    @Autowired
    Journal journal;

    @Autowired
    Actors actors;

    private Duty duty;

    @BeforeEach
    void received() {
        NoticeHouse house = new NoticeHouse(context);
        duty = house.duty(house.issued(), "watch", "150502");
        desk.receive(duty.id(), null, null, officer());
    }

    private Actor officer() {
        return actors.byUsername("150502.officer");
    }

    private MockMultipartHttpServletRequestBuilder upload(String name, byte[] bytes) {
        return multipart("/duties/{id}/files", duty.id())
                .file(new MockMultipartFile("file", name, "application/pdf", bytes));
    }

    @Test
    void aFileGoesWithTheHandInAndStaysAsItWas() throws Exception {
        mvc.perform(upload("应急预案.pdf", PLAN).with(user("150502.officer")).with(csrf()))
                .andExpect(redirectedUrl("/duties/" + duty.id() + "#files"))
                .andExpect(flash().attribute("flash", "duty.file.added"));
        UUID file = files.of(duty.id()).get(0).id();
        desk.submit(duty.id(), null, "已落实", officer());

        assertThat(String.valueOf(submissions.of(duty.id()).get(0).content().get("files")))
                .contains("应急预案.pdf", files.of(duty.id()).get(0).hash());
        mvc.perform(post("/duties/{id}/files/{file}/remove", duty.id(), file)
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().isConflict());
        mvc.perform(upload("补充.pdf", PLAN).with(user("150502.officer")).with(csrf()))
                .andExpect(status().isConflict());
        mvc.perform(get("/duties/{id}/files/{file}", duty.id(), file).with(user("city.officer")))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PLAN))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        assertThat(journal.allAbout(duty.id().toString()))
                .extracting(JournalEntryView::action)
                .contains("duty.fileAdded", "duty.fileTaken");
        mvc.perform(get("/duties/{id}", duty.id()).with(user("city.officer")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("应急预案.pdf")));
    }

    @Test
    void untilThenItIsTakenBack() throws Exception {
        UUID file = files.add(duty.id(), "错的.pdf", PLAN, officer()).id();
        mvc.perform(post("/duties/{id}/files/{file}/remove", duty.id(), file)
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/duties/" + duty.id() + "#files"));
        assertThat(files.of(duty.id())).isEmpty();
    }

    @Test
    void whatIsNoDocumentIsSaidOnThePage() throws Exception {
        mvc.perform(upload("页面.pdf", "<script>".getBytes(StandardCharsets.UTF_8))
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("文件内容须与类型相符")));
        assertThat(files.of(duty.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"150521.officer", "150502.education", "150404.officer", "lab"})
    void forAnotherCountyAndAnotherLineThereIsNoSuchDuty(String stranger) throws Exception {
        UUID file = files.add(duty.id(), "应急预案.pdf", PLAN, officer()).id();
        mvc.perform(upload("应急预案.pdf", PLAN).with(user(stranger)).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(get("/duties/{id}/files/{file}", duty.id(), file).with(user(stranger)))
                .andExpect(status().isNotFound());
        mvc.perform(post("/duties/{id}/files/{file}/remove", duty.id(), file)
                        .with(user(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(files.of(duty.id())).hasSize(1);
    }

    @Test
    void whoOrderedItReadsButDoesNotAdd() throws Exception {
        mvc.perform(upload("应急预案.pdf", PLAN).with(user("city.officer")).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(files.of(duty.id())).isEmpty();
    }

    @Test
    void nobodyGetsInWithoutAName() throws Exception {
        UUID file = files.add(duty.id(), "应急预案.pdf", PLAN, officer()).id();
        mvc.perform(get("/duties/{id}/files/{file}", duty.id(), file)).andExpect(redirectedUrlPattern("/login*"));
        mvc.perform(upload("应急预案.pdf", PLAN).with(csrf())).andExpect(redirectedUrlPattern("/login*"));
    }
}
