package org.sifang.organization.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.LocaleResolver;

/** What a caller sees of a fault. */
@SifangTest
@NullMarked
class ProblemsTests {

    @Autowired
    private HandleProblems advice;

    @Autowired
    private LocaleResolver locales;

    @Autowired
    private ObjectMapper json;

    private MockMvc http = MockMvcBuilders.standaloneSetup().build();

    /** Fails in every way there is; the component scan passes by what lies in a test. */
    @RestController
    static class Failing {

        record Body(Instant at, List<Map<String, Integer>> items) {}

        @GetMapping({"/api/v1/fail/{how}", "/fail/{how}"})
        String fail(@PathVariable String how) {
            throw switch (how) {
                case "faults" ->
                    new FaultsException(List.of(
                            Fault.at("items[0].name", "fault.import.missing", "name"),
                            Fault.at("code", "fault.organization.code-form")));
                case "missing" -> new NotFoundException("organisation");
                case "conflict" -> new StateConflictException("duty", "SUBMITTED", "SENT, RECEIVED");
                default -> new IllegalStateException("secret 150502199001010000");
            };
        }

        @GetMapping("/api/v1/by-id/{id}")
        String byId(@PathVariable UUID id) {
            return id.toString();
        }

        @GetMapping("/api/v1/typed")
        String typed(@RequestParam int size) {
            return String.valueOf(size);
        }

        @PostMapping(path = "/api/v1/body", consumes = MediaType.APPLICATION_JSON_VALUE)
        String body(@RequestBody Body body) {
            return body.toString();
        }
    }

    @BeforeEach
    void fails() {
        http = MockMvcBuilders.standaloneSetup(new Failing())
                .setControllerAdvice(advice)
                .setLocaleResolver(locales)
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json))
                .build();
    }

    @Test
    void faultsAreToldWithPathAndSentenceInChinese() throws Exception {
        http.perform(get("/api/v1/fail/faults"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("内容需要更正"))
                .andExpect(jsonPath("$.status").value(422))
                .andExpect(jsonPath("$.faults", hasSize(2)))
                .andExpect(jsonPath("$.faults[0].path").value("items[0].name"))
                .andExpect(jsonPath("$.faults[0].code").value("fault.import.missing"))
                .andExpect(jsonPath("$.faults[0].message").value("必须填写（name）。"));
    }

    @Test
    void andInEnglishToWhoeverAsksForIt() throws Exception {
        http.perform(get("/api/v1/fail/faults").header("Accept-Language", "en-GB,de;q=0.5"))
                .andExpect(jsonPath("$.title").value("Needs correction"))
                .andExpect(jsonPath("$.faults[0].message").value("Must be filled in (name)."));
    }

    @Test
    void aConflictNamesBothStates() throws Exception {
        http.perform(get("/api/v1/fail/conflict"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.actual").value("SUBMITTED"))
                .andExpect(jsonPath("$.wanted").value("SENT, RECEIVED"))
                .andExpect(jsonPath("$.detail", containsString("已报送")))
                .andExpect(jsonPath("$.detail", containsString("已下达、已签收")));
    }

    @Test
    void whatIsMissingIsNamedByItsKind() throws Exception {
        http.perform(get("/api/v1/fail/missing").accept(MediaType.APPLICATION_PDF))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value("没有找到机构，或者不在您的管辖范围内。"));
    }

    @Test
    void whatBrokeInsideIsNotTold() throws Exception {
        http.perform(get("/api/v1/fail/inside"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.reference").isNotEmpty())
                .andExpect(content().string(not(containsString("secret"))))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void unreadableJsonTellsThePlaceAndNotTheValue() throws Exception {
        http.perform(post("/api/v1/body")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"at\": \"2020-10-12T21:00+08:00\", \"items\": [{\"size\": \"secret\"}]}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].path").value("items[0].size"))
                .andExpect(content().string(not(containsString("secret"))));
        http.perform(post("/api/v1/body")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\n  \"at\": }"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].code").value("fault.request.unreadable"));
        http.perform(post("/api/v1/body").contentType(MediaType.APPLICATION_JSON))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].code").value("fault.request.body"));
    }

    @Test
    void wrongMethodMediaTypeAndParametersAreTold() throws Exception {
        http.perform(post("/api/v1/fail/faults"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", containsString("GET")))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        http.perform(post("/api/v1/body").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.title").value("不支持这种格式"));
        http.perform(get("/api/v1/typed"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].path").value("size"));
        http.perform(get("/api/v1/typed").param("size", "many"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].code").value("fault.request.value"));
        http.perform(get("/api/v1/by-id/nonsense")).andExpect(status().isNotFound());
    }

    @Test
    void aPageShowsTheSameOnItsErrorPage() throws Exception {
        http.perform(get("/fail/faults"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(view().name("error/422"))
                .andExpect(model().attribute("title", "内容需要更正"))
                .andExpect(model().attribute("faults", hasSize(2)));
        http.perform(get("/fail/conflict")).andExpect(view().name("error/409"));
        http.perform(get("/fail/missing")).andExpect(view().name("error/404"));
        http.perform(get("/fail/inside")).andExpect(view().name("error/500"));
    }

    @Test
    void aFragmentGetsTheFaultsAboveThePage() throws Exception {
        http.perform(get("/fail/faults").header("HX-Request", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(header().string("HX-Retarget", "#flash"))
                .andExpect(view().name("fragments/notes :: faults(${faults})"));
    }
}
