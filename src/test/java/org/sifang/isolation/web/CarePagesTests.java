package org.sifang.isolation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.isolation.IsolationFile;
import org.sifang.isolation.SmallMeasure;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeView;
import org.sifang.person.IdentityNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Naming who looks after people, one or many, and giving a case to another division. */
@SifangTest
class CarePagesTests {

    private static final String COMMUNITY = "150502901001";

    @Autowired
    IsolationFile file;

    @Autowired
    MockMvc http;

    @AfterEach
    void end() {
        file.close();
    }

    private NoticeView notice() {
        return file.issue(SmallMeasure.of(IsolationKind.HOME).days(7));
    }

    @Test
    void aCarerIsNamedForOneAndHerTasksGoAlong() throws Exception {
        UUID id = file.found(notice(), "150502");
        http.perform(get("/cases/" + id).with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("告知书与管理社区")));
        http.perform(get("/cases/" + id).with(user("150502.community"))).andExpect(status().isNotFound());

        http.perform(post("/cases/" + id + "/care")
                        .param("carer", COMMUNITY)
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + id));

        assertThat(file.registered(id).carer()).isEqualTo(COMMUNITY);
        assertThat(file.tasks(id)).containsExactly("Task_ServeOrder " + COMMUNITY + "/COMMUNITY");
        http.perform(get("/cases/" + id).with(user("150502.community")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("科尔沁区第一示例社区")))
                .andExpect(content().string(not(containsString("移交其他地区"))));
        http.perform(post("/cases/" + id + "/care")
                        .param("carer", "150521901001")
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void manyAreGivenACarerAtOnceAndEachIsAnswered() throws Exception {
        NoticeView notice = notice();
        List<UUID> two = file.found(notice, "150502", 2, 30);
        UUID far = file.found(notice, "150523", 1, 30).get(0);
        String[] ids = {two.get(0).toString(), two.get(1).toString(), far.toString()};

        http.perform(post("/cases/care")
                        .param("ids", ids)
                        .param("carer", "none")
                        .with(user("city.officer"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("所选 3 人由哪个社区管理")))
                .andExpect(content().string(containsString("科尔沁区第一示例社区")));
        http.perform(post("/cases/care")
                        .param("ids", ids)
                        .param("to", COMMUNITY)
                        .with(user("city.officer"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("成功 2 项，未成 1 项")));
        assertThat(file.registered(two.get(1)).carer()).isEqualTo(COMMUNITY);
        assertThat(file.registered(far).carer()).isNull();
        http.perform(post("/cases/care")
                        .param("ids", far.toString())
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases"));
    }

    @Test
    void thePageOfAnImportTellsHowFarItsPeopleAreTakenUp() throws Exception {
        NoticeView notice = notice();
        String sheet = "姓名,性别,年龄,身份证号,联系方式,家庭住址,人员类别\n测试某某,女,75,%s,19900000001,科尔沁区第二示例社区,%s"
                .formatted(IdentityNumbers.of(499_001), SmallMeasure.CATEGORY);
        String location = Objects.requireNonNull(http.perform(multipart("/screening/imports")
                        .file(new MockMultipartFile(
                                "file", "人员.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)))
                        .param("notice", notice.id().toString())
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            file.settle();
            http.perform(get(location).with(user("150502.officer")))
                    .andExpect(content().string(containsString("1 人已全部立案")));
        });
        http.perform(get("/cases")
                        .param("notice", notice.id().toString())
                        .param("carer", "150502901002")
                        .with(user("150502.officer")))
                .andExpect(content().string(containsString("共 1 人")));
    }

    @Test
    void papersAreOfferedToWhoHoldsPeopleAndCarersToWhoAnswersForThem() throws Exception {
        UUID id = file.found(notice(), "150502");

        http.perform(get("/cases").with(user("150502.officer")))
                .andExpect(content().string(containsString("打印隔离告知书")))
                .andExpect(content().string(containsString("落实社区…")));
        http.perform(get("/cases").with(user("city.officer")))
                .andExpect(content().string(not(containsString("打印隔离告知书"))))
                .andExpect(content().string(containsString("落实社区…")));
        http.perform(get("/cases").with(user("supervisor"))).andExpect(content().string(not(containsString("落实社区…"))));
        http.perform(post("/cases/" + id + "/care")
                        .param("carer", COMMUNITY)
                        .with(user("supervisor"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aCaseGoesToAnotherDivisionWithAReasonAndOutOfSight() throws Exception {
        UUID id = file.found(notice(), "150502");
        http.perform(get("/cases/" + id + "/transfer").with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("移交原因")));
        http.perform(post("/cases/" + id + "/transfer")
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请选择接收的地区")));
        http.perform(post("/cases/" + id + "/transfer")
                        .param("organization", "150523")
                        .param("reason", " ")
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post("/cases/" + id + "/transfer")
                        .param("organization", "150523")
                        .param("reason", "实际居住在该地")
                        .with(user("150521.officer"))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        http.perform(post("/cases/" + id + "/transfer")
                        .param("organization", "150523")
                        .param("reason", "实际居住在该地")
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases"));

        http.perform(get("/cases/" + id).with(user("150502.officer"))).andExpect(status().isNotFound());
        http.perform(get("/cases/" + id).with(user("150523.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("实际居住在该地")));
        assertThat(file.tasks(id)).containsExactly("Task_ServeOrder 150523/COMMUNITY");
    }
}
