"""Words in one whose parts make compounds, too; written by `training/words/closed_words.py`."""

CLOSED = frozenset(
    """
    aaron abandon abbreviation abduction abolition abortion about absorption abstraction acceleration accession
    accommodation accordion accreditation accumulation accusation acheron acquisition action activation acton
    adaptation addiction addison addition administration admiration admission adoption affection affiliation
    afternoon again aggregation aggression agitation agustin akin akron alabama alain alam alan alarm alarmed
    alarms alaska alba albania albanian albanians albans albany albeit albert alberta alberto albion albrecht
    album albums albuquerque alcohol alcoholic alcoholism alderman aldo alec alejandro aleksandr aleppo alert
    alerted alessandro alex alexa alexander alexandra alexandre alexandria alexei alexia alexis alfa alfonso
    alfred alfredo algae algebra algebraic algeria algerian algiers algorithm algorithms alias alice alicia
    alien aliens align aligned alignment alike alison alistair alive alla allah allan allegations alleged
    allegedly allegheny allegiance alleging allegro allen allergic alleviate alley alliance alliances allie
    allied allies alligator allison allmusic allocated allocation allotted allow allowance allowed allowing
    allows alloy alloys ally alma almeida almighty almond almost alone along alongside alonso aloud alpha
    alphabet alpine alps already alright alsace also alta altar alter alteration alterations altered altering
    alternate alternately alternating alternative alternatively alternatives although altitude altitudes alto
    altogether alton aluminium aluminum alumni alumnus alvarez alvaro alvin always alyssa alzheimer amalgamation
    amazon ambition amin ammunition anaheim anal analog analogous analogue analogy analyses analysis analyst
    analysts analytic analytical analytics analyze analyzed analyzing anand anarchist anarchy anastasia anatolia
    anatomical anatomy ancestor ancestors ancestral ancestry anchor anchorage anchored anchors ancient anders
    andersen anderson andersson andes andhra andover andre andrea andreas andrei andres andrew andrews andrey
    android andy angel angela angeles angelica angelina angelo angels anger angered angie angle angled angles
    anglia anglican anglo angola angrily angry anguish angular angus anhalt animal animals animated animation
    animator anime anita ankara ankle ankles anna annabelle annals annapolis anne annette annex annexation
    annexed annie anniversary announce announced announcement announcements announcer announces announcing
    annoyance annoyed annoying annual annually annum anomaly anonymous another anson answer answered answering
    answers antagonist antarctic antarctica antenna antennae antennas anterior anthem anthologies anthology
    anthony anthropological anthropologist anthropology anti antibiotics antibodies antibody anticipated
    anticipating anticipation antics antigen antigua antilles antioch antique antiques antiquities antiquity
    antoine antoinette anton antonia antonio antony antrim ants antwerp anwar anxiety anxious anxiously anya
    anybody anymore anyone anything anytime anyway anywhere anzac appalled appealed appleton application
    appreciation apprehension approximation apron arab arabia arabian arabic arabs aragon aramaic arbitrary
    arbitration arbor arboretum arcade arcadia arch archaeological archaeologist archaeologists archaeology
    archaic archangel archbishop archdeacon archdiocese archduke arched archeological archer archers archery
    arches archibald archie arching archipelago architect architects architectural architecture archival archive
    archived archives archway arcs arctic arden ardent area areas aren arena arenas ares argent argentina
    argentine arguably argue argued argues arguing argument arguments argus argyle argyll aria arias arid ariel
    arise arises arising aristocracy aristocratic aristotle arithmetic arizona arjun arkansas arlington armada
    armagh armament armand armando armchair armed armenia armenian armenians armies armistice armor armored
    armory armour armoured arms armstrong army arnold aroma aromatic arose around arousal aroused arrange
    arranged arrangement arrangements arranger arranging array arrays arrest arrested arresting arrests arrival
    arrivals arrive arrived arrives arriving arrogance arrogant arrondissement arrow arrows arroyo arsenal
    arsenic arson arte artefacts artemis arterial arteries artery arthritis arthur article articles articulated
    artifact artifacts artificial artillery artisans artist artistic artists arts arturo artwork artworks arun
    arya aryan asahi asbestos ascended ascending ascension ascent ascot ascribed asean asha ashamed ashby ashe
    asher ashes ashford ashland ashley ashok ashore ashton asia asian asiatic aside asked asking asks asleep
    aspect aspects aspen asphalt aspirations aspiring assam assassin assassinate assassinated assassination
    assassins assault assaulted assaults assemble assembled assemblies assembly assent assert asserted asserting
    assertion asserts assess assessed assessing assessment assessments asset assets asshole assign assigned
    assignment assignments assigns assimilation assist assistance assistant assistants assisted assisting
    assists associate associated associates association associations assortment assume assumed assumes assuming
    assumption assumptions assurance assure assured assyrian asteroid asteroids asthma aston astonished
    astonishing astonishment astor astoria astrid astro astronaut astronauts astronomer astronomers astronomical
    astronomy astros asturias asylum atari atheist athena athenian athens athlete athletes athletic athletics
    atkins atkinson atlanta atlantic atlantis atlas atletico atmosphere atmospheric atoll atom atomic atoms atop
    atrium atrocities attach attache attached attachment attack attacked attacker attackers attacking attacks
    attain attained attaining attempt attempted attempting attempts attend attendance attendant attendants
    attended attendees attending attends attention attested attic attire attitude attitudes attorney attorneys
    attract attracted attracting attraction attractions attractive attracts attribute attributed attributes
    auction audition augusto austin authentication authorization auto automation avalon aviation avon azerbaijan
    azerbaijani aziz azores aztec azure babylon backup bacon badminton baffled bahrain bain baldwin balloon
    bargain baron barrington barron barton basin bastion baton battalion battled beacon begin behold belong
    benin benito benjamin benson benton berlin bernstein billed billion bison blackout bloomington blowing
    boiled bolton boon borrowing boston bottled bourbon bowing bowled brain brandon breakout breakup breton
    brewing brighton britain broughton bryson buckled bulletin bundled burlington burton button byron cabin cain
    caitlin calculation calderon called calvin camera cameron cameroon campeonato canceled cancellation
    cancelled cannon canon canton canyon captain carbon carleton carlson carlton carson cartoon caution
    celebration certain certification ceylon chain chairperson chamberlain champion chaplain chaplin
    characterization charleston charlton chewing chieftain chilled chin cholera chopin chuckled cinnamon circled
    circulation citation civilization clapton clarkson classification clayton cleanup clemson clifton clinton
    coach coached coaches coaching coal coalition coarse coast coastal coaster coastline coasts coat coated
    coating coats cobalt cobb cobra coca cocaine cochin cochran cochrane cock cocked cockpit cocktail cocky coco
    cocoa coconut code coded codes codex coding cody coefficient coefficients coffee coffin cognition cognitive
    cohen coherent coil coiled coin coinage coincide coincided coincidence coincidentally coined coins coke cola
    colbert colby colchester cold colder coldly cole coleman coli colin coliseum collaborate collaborated
    collaborating collaboration collaborations collaborative collaborator collaborators collapse collapsed
    collapses collapsing collar collarbone collateral colleague colleagues collect collected collecting
    collection collections collective collectively collector collectors collects colleen college colleges
    collegiate collided collier colliery collin collingwood collins collision collisions colloquially cologne
    colombia colombian colombo colon colonel colonial colonies colonists colonization colony color colorado
    coloration colored colorful coloring colors colossal colour coloured colourful colours colt colton colts
    columbia columbian columbus column columnist columns coma comb combat combatants combination combinations
    combine combined combines combining combo combustion come comeback comedian comedians comedic comedies
    comedy comes comet comets comfort comfortable comfortably comforting comic comical comics coming command
    commandant commanded commander commanders commanding commando commandos commands commemorate commemorated
    commemorates commemorating commemoration commemorative commence commenced commencement commencing
    commendation commended comment commentaries commentary commentator commentators commented commenting
    comments commerce commercial commercially commercials commission commissioned commissioner commissioners
    commissioning commissions commit commitment commitments commits committed committee committees committing
    commodities commodity commodore common commonly commonplace commons commonwealth commotion communal commune
    communes communicate communicated communicating communication communications communion communism communist
    communists communities community commuted commuter como compact companies companion companions company
    comparable comparative comparatively compare compared compares comparing comparison comparisons compartment
    compartments compass compassion compassionate compatibility compatible compelled compelling compensate
    compensated compensation compete competed competence competent competes competing competition competitions
    competitive competitor competitors compilation compilations compiled compiler compiling complain complained
    complaining complaint complaints complement complementary complete completed completely completes completing
    completion complex complexes complexion complexity compliance compliant complicated complications complied
    compliment complimented comply component components compose composed composer composers composing composite
    composition compositions composure compound compounds comprehend comprehension comprehensive compressed
    compression compressor comprise comprised comprises comprising compromise compromised compton compulsion
    compulsory computation computational compute computed computer computers computing comrade comrades comte
    comune conan concacaf conceal concealed conceded conceived concentrate concentrated concentrating
    concentration concentrations concepcion concept conception concepts conceptual concern concerned concerning
    concerns concert concerto concerts concession concessions conclude concluded concludes concluding conclusion
    conclusions concord concordia concourse concrete concurrency concurrent concurrently concussion conde
    condemn condemnation condemned condemning condensed condition conditional conditioned conditioning
    conditions condo condom condoms condor conduct conducted conducting conductor conductors conducts cone cones
    confederacy confederate confederates confederation conference conferences conferred confess confessed
    confesses confession confessions confidence confident confidential confidently configuration configurations
    configured confined confinement confines confirm confirmation confirmed confirming confirms confiscated
    conflict conflicting conflicts confluence conform confront confrontation confronted confronting confronts
    confuse confused confusing confusion cong congenital congestion conglomerate congo congratulations
    congregation congregational congregations congress congresses congressional congressman conical conjecture
    conjunction connacht connect connected connecticut connecting connection connections connectivity connector
    connects connell conner connie connolly connor conor conquer conquered conqueror conquest conrad conscience
    conscious consciously consciousness conscription consecrated consecration consecutive consensus consent
    consequence consequences consequently conservation conservative conservatives conservatoire conservatory
    conserve conserved consider considerable considerably consideration considerations considered considering
    considers consist consisted consistency consistent consistently consisting consists consolation console
    consoles consolidate consolidated consolidation consonant consonants consort consortium conspicuous
    conspiracy constable constabulary constance constant constantin constantine constantinople constantly
    constellation constituencies constituency constituent constituents constitute constituted constitutes
    constitution constitutional constrained constraint constraints construct constructed constructing
    construction constructions constructive consul consular consulate consult consultancy consultant consultants
    consultation consultative consulted consulting consume consumed consumer consumers consuming consumption
    contact contacted contacts contain contained container containers containing containment contains
    contaminated contamination contemplated contemplating contemporaries contemporary contempt contend contender
    contenders content contention contentious contents contest contestant contestants contested contests context
    contexts contiguous continent continental continents contingent continual continually continuation continue
    continued continues continuing continuity continuous continuously continuum contra contract contracted
    contracting contraction contractor contractors contracts contractual contradiction contradictory contrary
    contrast contrasted contrasting contrasts contribute contributed contributes contributing contribution
    contributions contributor contributors control controlled controller controllers controlling controls
    controversial controversies controversy convection convened convenience convenient convent convention
    conventional conventions converge convergence conversation conversations converse conversely conversion
    conversions convert converted convertible converting converts convex convey conveyed convict convicted
    conviction convictions convicts convince convinced convinces convincing convoy convoys conway cook cooke
    cooked cookie cookies cooking cooks cool cooled cooler cooling coop cooper cooperate cooperation cooperative
    coordinate coordinated coordinates coordinating coordination coordinator copa cope copeland copenhagen
    copied copies coping copper cops coptic copy copying copyright cora coral corbett corbin cord cordoba cords
    core cores corey corinne cork corn cornelius cornell corner cornerback cornered corners cornerstone cornice
    cornish cornwall corona coronation coroner corp corporal corporate corporation corporations corps corpse
    corpses corpus correct corrected correction correctional corrections correctly correlated correlation
    correspond corresponded correspondence correspondent corresponding corresponds corridor corridors corrosion
    corrugated corrupt corrupted corruption corsica cortes cortex corvette cory cosmetic cosmetics cosmic
    cosmopolitan cosmos cost costa costello costing costly costs costume costumes cote cottage cottages cotton
    couch cougars cough coughed coughing could couldn coulter council councillor councillors councils counsel
    counseling counselor count countdown counted counter counterattack countered counterpart counterparts
    counters countess counties counting countless countries country countryside counts county coup coupe couple
    coupled couples coupling courage courageous courier course courses court courtesy courthouse courtney
    courtroom courts courtship courtyard cousin cousins cove coven covenant covent coventry cover coverage
    covered covering covers covert coveted cowan coward cowboy cowboys cows coyote coyotes cozy cradled crawled
    creation crimson crippled criterion crossbow crossed crosses crossing crossings crossover crossroads croydon
    crumpled cultivation curled curtain cushion daemon dalton damon darlington darwin dauphin davidson dawson
    dayton deacon dead deadline deadly deaf deafening deal dealer dealers dealing dealings deals dealt dean dear
    death deaths debate debated debates debating debbie deborah debra debris debt debts debut debuted debuting
    debuts decade decades decatur decay decca deceased december decent deception decide decided decidedly
    decides deciding deciduous decimal decision decisions decisive deck decker decks declan declaration declare
    declared declares declaring decline declined declines declining deco decommissioned decomposition decor
    decorate decorated decoration decorations decorative decrease decreased decreases decreasing decree decreed
    decrees dedicated dedication deed deeds deemed deep deepened deeper deepest deeply deer defamation default
    defaulted defeat defeated defeating defeats defect defected defective defects defence defences defend
    defendant defendants defended defender defenders defending defense defenses defensive defiance defiant
    deficiency deficit define defined defines defining definite definitely definition definitions definitive
    deformation defunct degradation degraded degree degrees deities deity delaney delaware delay delayed
    delaying delays delegate delegates delegation deleted delgado delhi deliberate deliberately delicate
    delicately delicious delight delighted delightful delilah deliver delivered deliveries delivering delivers
    delivery dell della delle delta deluxe demand demanded demanding demands demeanor dementia demetrius demi
    demise demo democracy democrat democratic democrats demographic demographics demolished demolition demon
    demonic demons demonstrate demonstrated demonstrates demonstrating demonstration demonstrations
    demonstrators demos demoted dempsey deng denial denied denies denim denis denise denmark dennis denny
    denomination denominations denote denoted denotes denounced dense densely density dent dental dentist
    dentistry denton denver deny denying depart departed departing department departmental departments departure
    depend depended dependence dependency dependent depending depends depict depicted depicting depiction
    depictions depicts depleted deploy deployed deployment deportation deported deportivo deposed deposit
    deposited deposition deposits depot depressed depression deprivation deprived dept depth depths deputies
    deputy derby derbyshire derek derelict derivation derivative derivatives derive derived derives derrick
    derry descend descendant descendants descended descending descends descent describe described describes
    describing description descriptions descriptive desert deserted deserts deserve deserved deserves design
    designate designated designation designations designed designer designers designing designs desirable desire
    desired desires desk desktop desmond despair desperate desperately desperation despised despite dessert
    destination destinations destined destiny destroy destroyed destroyer destroyers destroying destroys
    destruction destructive detached detachment detachments detail detailed detailing details detained detainees
    detect detected detecting detection detective detectives detector detectors detention deter deteriorated
    deteriorating deterioration determination determine determined determines determining detonated detrimental
    detroit deutsche deutschland deux devastated devastating devastation develop developed developer developers
    developing development developmental developments develops devi deviation device devices devil devils devin
    devised devlin devoid devon devote devoted devotees devotion devout dewey dexter dialed dickinson dickson
    differentiation diffusion dillon dimension dion direction disabled disappointed discretion discrimination
    discussion disdain dismantled disposition disqualification disruption dissatisfaction dissemination
    dissertation dissolution distinction distortion distraction distribution diversion division dixon dobson
    documentation doin dolphin domain domination dominion donaldson donation doubled dragon drain drawing
    drilled dublin dunedin dungeon duration dustin dutton dysfunction easton eaton edison edition edmonton
    education edwin einstein elaborate elaborated elaine elastic elbow elbows elder elderly elders eldest
    eleanor elect elected election elections elector electoral electorate electors electric electrical
    electrically electricity electrification electrified electro electrode electromagnetic electron electronic
    electronically electronics electrons elects elegance elegant element elemental elementary elements elena
    elephant elephants elevated elevation elevations elevator elevators eleven eleventh elgin elias eligibility
    eligible elijah eliminate eliminated eliminating elimination eliot elisa elisabeth elise elite elites eliza
    elizabeth ella elle ellen ellie ellington elliot elliott elliptic elliptical ellis ellison elmer elongated
    elsa else elsewhere elsie elton elusive elves elvis emancipation emerson emigration emission emotion enabled
    encircled encryption enrolled entertain entitled epsilon epstein equation erection erin ernesto erosion
    eruption erwin essendon estimation eton eurovision evacuation evaluation everton evolution exact exactly
    exaggerated exam examination examinations examine examined examiner examines examining example examples
    exams exasperated excavated excavation excavations exceed exceeded exceeding exceeds excel excelled
    excellence excellent except exception exceptional exceptionally exceptions excerpt excerpts excess excessive
    exchange exchanged exchanges exchanging exchequer excited excitedly excitement exciting exclaimed exclude
    excluded excluding exclusion exclusive exclusively excursion excuse excused excuses execute executed
    executing execution executions executive executives exemplary exemplified exempt exemption exercise
    exercised exercises exercising exeter exhaled exhaust exhausted exhaustion exhibit exhibited exhibiting
    exhibition exhibitions exhibits exile exiled exiles exist existed existence existent existing exists exit
    exited exiting exits exodus exotic expand expanded expanding expands expanse expansion expansive expect
    expectation expectations expected expecting expects expedition expeditionary expeditions expelled
    expenditure expenditures expense expenses expensive experience experienced experiences experiencing
    experiment experimental experimentation experimented experimenting experiments expert expertise experts
    expired explain explained explaining explains explanation explanations explicit explicitly explode exploded
    explodes exploding exploit exploitation exploited exploits exploration explore explored explorer explorers
    explores exploring explosion explosions explosive explosives expo exponential export exported exports expose
    exposed exposing exposition exposure express expressed expresses expressing expression expressions
    expressive expressway expulsion exquisite extant extend extended extending extends extension extensions
    extensive extensively extent exterior external externally extinct extinction extinguished extra extract
    extracted extraction extracts extraordinary extras extravagant extreme extremely extremes fabrication
    faction facto failed falcon fallon fallout fascination fashion federation fein fenton ferguson fiction filed
    filled fission flowing following fooled formation formulation fortification foundation fountain fourier
    fourteen fourteenth fourth fraction fragmentation frankenstein franklin freestyle friction frustration
    fueled fulfilled fulton fumbled function fusion gabled gabon gain gallon galveston garion garrison gaston
    gavin geelong genera generation germain gershwin ghetto gibson gideon giggled globalization glowing goblin
    goin goldstein goodwin gordon graduation grafton grain grandson grayson griffin grin groin group growing
    growled grumbled hailed hamilton hampson hampton handheld handled hanson hardin harmon harold harrington
    harrison hauled healed henderson henson heroin heron herrera hesitation hideout hilton hodgson holstein
    honeymoon horizon horton houghton household houston howled huddled hudson huffington humiliation huntington
    hurled huron hussain hussein hutchinson hutton iain icon identification ignition illumination illusion
    illustration imagination imitation immersion immigration implementation implication impression improvisation
    inauguration incarnation inception inclination inclusion incorporation indication induction infection
    inflammation inflation information inhaled inhibition initiation injection injunction innovation inquisition
    inscription insertion inspection inspiration installation installed institution instituto instruction
    instrumentation insulation insulin insurrection integration intention interaction interception
    interpretation interrogation interruption intersection intervention interviewing intimidation into
    introduction intrusion intuition invasion invention inversion investigation invitation iron irrigation
    irritation irwin isolation iteration jackson jailed jain jameson jason javelin jefferson joaquin johansson
    johnson johnston join junction jurisdiction justification justin kaladin karin kato kelvin kensington kenton
    kevin killed kingston klein knockout knowing konstantin kristin kyoto labeled labelled lagoon landon langdon
    larkin larson latin lawson layout layton lebanon legion legislation leighton lemon lenin lennon leon leopold
    lesson leto leveled levin lexington liaison liberation libretto liechtenstein lifelong lifestyle limitation
    lineup lion liquidation lisbon litigation livingston location london longed longer longest longevity longing
    longitude longitudinal longtime lookout lublin luton luzon lyndon lyon macon madison main maintain maison
    makeup mandarin mandolin manifestation manifesto manifold manipulation mansion manson marathon margin marin
    marion marlon maroon martin marvin mason mccain mclaughlin mcmahon mcpherson medallion mediation medication
    meditation mein mellon melvin menon mention merlin merton midday middle middlesbrough middlesex middleton
    middletown middleweight midfield midfielder midland midlands midnight midst midsummer midtown midway midwest
    migration million milton mingled miniature miniatures minimal minimize minimum mining minions miniseries
    minister ministerial ministers ministries ministry mission mobilization modeled modelled modernization
    modification modulation monsoon montenegrin moon mormon morrison morton mosquito motion motivation motto
    mountain muffled multicultural multimedia multinational multiplayer multiple multiplication multiplied
    multitude mumbled muscled mutation nailed napkin napoleon narration narrowing nation nationwide nato
    navigation negotiation nelson neon nestled neutron newborn newton nicholson nickelodeon nilsson nippon nixon
    nomination nonetheless nonfiction nonlinear nonprofit nonsense nonstop noon northampton norton notation
    nothin notification notion nutrition nylon objection obligation oblivion observation obsession obstruction
    obtain occasion occupation odin olson onion onto opera operation opinion opposition oppression optimization
    option ordination oregon organisation organization oricon orientation origin orion orson orton osborn otto
    overrun oxidation paddington pain pantheon pardon parkinson participation partition passion paterson patron
    patterson patton pavilion paxton payton pearson peeled pendleton penetration penguin pension pentagon
    perception percussion perfection permission perrin persecution person persuasion peterson petition peyton
    phenomenon photo photon pickup pigeon piled pinto pinyin piston plain plantation plato platoon playstation
    pluto poison pokemon polled pollution population porcelain portion porto position possession postage postal
    postdoctoral posted poster posterior posters postgraduate posthumous posthumously posting postmaster
    postponed postseason posture postwar potato potion preach preached preacher preaching precautions preceded
    precedence precedent preceding precinct precious precipitation precise precisely precision precursor
    predator predators predatory predecessor predecessors predict predictable predicted predicting prediction
    predictions predominant predominantly preface prefect prefecture prefer preference preferences preferred
    preferring prefers prefix pregnancy pregnant prehistoric prejudice prelate preliminary prelude premature
    prematurely premier premiere premiered premiership premio premise premises premium prentice preoccupied
    preparation preparations preparatory prepare prepared prepares preparing prequel presbyterian preschool
    prescott prescribed prescription preseason presence present presentation presentations presented presenter
    presenters presenting presently presents preservation preserve preserved preserves preserving presided
    presidency president presidential presidents presiding presley press pressed presses pressing pressure
    pressured pressures prestige prestigious preston presumably presumed pretend pretended pretending pretoria
    pretty prevailed prevailing prevalence prevalent prevent prevented preventing prevention prevents preview
    previous previously primera princeton prison privatization probability probable probably probation probe
    probing problem problematic problems procedural procedure procedures proceed proceeded proceeding
    proceedings proceeds process processed processes processing procession processor processors proclaimed
    proclamation proctor procurement prodigy produce produced producer producers produces producing product
    production productions productive productivity products profession professional professionally professionals
    professions professor professors professorship proficiency proficient profile profiles profit profitable
    profits profound profoundly program programme programmed programmer programmers programmes programming
    programs progress progressed progresses progressing progression progressive progressively prohibit
    prohibited prohibiting prohibition prohibits project projected projectile projecting projection projections
    projective projects proliferation prolific prologue prolonged promenade prominence prominent prominently
    promise promised promises promising promo promote promoted promoter promoters promotes promoting promotion
    promotional promotions prompt prompted prompting promptly prone pronounced pronouns pronunciation proof
    propaganda propagation propelled propeller propellers proper properly properties property prophecy prophet
    prophets proponent proponents proportion proportional proportions proposal proposals propose proposed
    proposes proposing proposition propped proprietary proprietor props propulsion prose prosecuted prosecution
    prosecutor prosecutors prospect prospective prospects prosperity prosperous prostate prostitute prostitutes
    prostitution protagonist protagonists protect protected protecting protection protections protective
    protector protectorate protects protege protein proteins protest protestant protestants protested protesters
    protesting protests proto protocol protocols proton prototype prototypes protruding proud proudly prove
    proved proven provence proves provide provided providence provider providers provides providing province
    provinces provincial proving provision provisional provisions provocative provoke provoked provost prowess
    proximity proxy publication puerto pulled pumpkin purification putin puzzled python qualification quentin
    question quezon radiation rain raion ramon rankin ratification rattled rayon reach reached reacher reaches
    reaching react reacted reacting reaction reactions reactivated reactive reactor reactors reacts read reader
    readers readily readiness reading readings reads ready reagan real realise realised realises realising
    realism realistic realities reality realization realize realized realizes realizing really realm realms
    reaper reapers reappeared rear reared rearview reason reasonable reasonably reasoned reasoning reasons
    reassigned reassure reassured reassuring rebecca rebel rebelled rebellion rebellious rebels rebirth reborn
    rebound rebounds rebranded rebuild rebuilding rebuilt recall recalled recalling recalls recapture recaptured
    receipt receipts receive received receiver receivers receives receiving recent recently reception
    receptionist receptions receptor receptors recess recession recipe recipes recipient recipients reciprocal
    recital recited reckless reckon reclaim reclaimed reclamation recognise recognised recognition recognizable
    recognize recognized recognizes recognizing recoil recommend recommendation recommendations recommended
    recommends reconcile reconciled reconciliation reconnaissance reconstructed reconstruction record recorded
    recorder recording recordings records recounted recounts recover recovered recovering recovery recreated
    recreation recreational recruit recruited recruiting recruitment recruits rectangular rector rectory
    recurring recycled recycling redding reddish reddy redemption redesign redesignated redesigned redeveloped
    redevelopment redhead rediscovered redistribution reds redskins reduce reduced reduces reducing reduction
    reductions redundant redwood reece reed reef reefs reel reelected reelection reeling rees reese reeve reeves
    refer referee referees reference referenced references referencing referendum referred referring refers
    refined refinery refining refit reflect reflected reflecting reflection reflections reflective reflects
    reflex reform reformation reformed reformer reforming reforms refrain refreshing refrigerator refueling
    refuge refugee refugees refurbished refurbishment refusal refuse refused refuses refusing regain regained
    regaining regal regan regard regarded regarding regardless regards regatta regency regeneration regent
    regents reggae reggie regime regiment regimental regiments regimes regina reginald region regional regions
    regis register registered registering registers registrar registration registry regression regret regrets
    regretted regular regularly regulars regulate regulated regulates regulating regulation regulations
    regulator regulators regulatory rehab rehabilitation rehearsal rehearsals reich reid reign reigned reigning
    reigns reilly rein reindeer reinforce reinforced reinforcement reinforcements reins reinstated reintroduced
    reissue reissued reiterated reject rejected rejecting rejection rejects rejoin rejoined relate related
    relates relating relation relational relations relationship relationships relative relatively relatives
    relativity relaunched relax relaxation relaxed relaxing relay release released releases releasing relegated
    relegation relentless relevance relevant reliability reliable reliance relic relics relied relief reliefs
    relies relieve relieved religion religions religious relinquished relocate relocated relocating relocation
    reluctance reluctant reluctantly rely relying remade remain remainder remained remaining remains remake
    remark remarkable remarkably remarked remarks remarried remastered rematch remedy remember remembered
    remembering remembers remembrance remind reminded reminder reminding reminds remington reminiscent remix
    remixed remixes remnant remnants remodeled remorse remote remotely removal remove removed removes removing
    remy renaissance renal renamed renaming renault render rendered rendering rendezvous rendition rene renee
    renegade renew renewable renewal renewed reno renovated renovation renovations renowned rent rental rented
    rents renumbered reopened reorganisation reorganization reorganized repair repaired repairing repairs repay
    repeal repealed repeat repeated repeatedly repeating repeats repertoire repertory repetition repetitive
    replace replaced replacement replacements replaces replacing replay replica replicate replication replied
    replies reply report reported reportedly reporter reporters reporting reports repository represent
    representation representations representative representatives represented representing represents repression
    reprint reprinted reprise reprised reproduce reproduced reproduction reproductive reptiles republic
    republican republicans republics republished repulsed reputation reputed request requested requesting
    requests requiem require required requirement requirements requires requiring rescue rescued rescues
    rescuing research researched researcher researchers researches researching resemblance resemble resembled
    resembles resembling resented resentment reservation reservations reserve reserved reserves reservoir
    reservoirs reset reside resided residence residences residency resident residential residents resides
    residing residual residue residues resign resignation resigned resigning resin resist resistance resistant
    resisted resisting resolution resolutions resolve resolved resolving resonance resort resorts resource
    resources respect respectable respected respectful respecting respective respectively respects respiratory
    respond responded respondents responding responds response responses responsibilities responsibility
    responsible responsive rest restart restarted restaurant restaurants rested resting restless restoration
    restore restored restoring restrain restrained restraining restraint restraints restrict restricted
    restricting restriction restrictions restrictive restroom restructuring rests result resultant resulted
    resulting results resume resumed resurgence resurrected resurrection retail retailer retailers retain
    retained retaining retains retaliation retention retire retired retirement retiring retorted retracted
    retreat retreated retreating retribution retrieval retrieve retrieved retro retrospective return returned
    returning returns reuben reunification reunion reunite reunited reused reuters reveal revealed revealing
    reveals revelation revelations revenge revenue revenues revered reverend reversal reverse reversed reverted
    review reviewed reviewer reviewers reviewing reviews revised revision revisions revisited revival revive
    revived revoked revolt revolution revolutionaries revolutionary revolutions revolver revolves revolving
    revue reward rewarded rewards reworked reyes reykjavik reynolds reza ribbon richardson rippled rivera
    roberto robertson robin robinson robson rolled ronin rotation roundabout rowing rubin ruin ruled rumbled
    sacramento saigon sailed salmon salon saloon salvation sampled sampson samson sanitation santo saskatoon
    satin satisfaction sato saxon scaled scheduled scorpion scout scowled scrambled scranton screwing sealed
    season secession section seduction segregation selection selfish semiconductor semifinal semifinals seminal
    seminar seminars seminary seminole semitic sensation separation sermon session seton settled setup sewing
    shannon sharon sheldon shelton shin shootout shout showing shuffled signaled silicon simeon simon simpson
    simulation singled singleton situation skeleton skilled skin slain slowing smelled smiled snarled snout
    snuggled soaked soaking soap soared soaring sobbed sobbing sober sobs soccer social socialism socialist
    socialists socially societal societe societies society socio sociological sociologist sociology sock socket
    sockets socks socrates soda sodium sofa sofia sofie soft softball softened softer softly softness software
    soho soil soils solar sold soldier soldiers sole solely solemn solemnly solicitor solid solidarity solids
    solitary solitude solo soloist soloists solomon solos soluble solution solutions solve solved solvent
    solving somali somalia somber some somebody someday somehow someone someplace somerset somerville somethin
    something sometime sometimes somewhat somewhere somme sonar sonata song songs songwriter songwriters
    songwriting sonia sonic sonny sonora sons sony sonya soon sooner soothe soothing sophia sophie sophisticated
    sophomore soprano sorbonne sorcerer sore sorority sorrow sorry sort sorted sorting sorts soto sought soul
    souls sound sounded sounding sounds soundtrack soundtracks soup sour source sourced sources sous sousa south
    southampton southbound southeast southeastern southend southern southernmost southland southport southward
    southwest southwestern souza sovereign sovereignty soviet soviets soyuz spain sparkled specialization
    specification speculation spelled spilled spin spoiled spokesperson spoon sprawled squadron squealed
    stabilization stadion stain stalin stalled stallion standardization stanton startled startup starvation
    statewide station stein stephenson stevenson stifled stilled stimulation stockton stout strain strange
    strangled strolled stronghold struggled stubborn stumbled styled subcommittee subconscious subcontinent
    subdistrict subdivided subdivision subdivisions subdued subfamily subgenus subgroup subject subjected
    subjective subjects sublime submarine submarines submerged submission submissions submit submitted
    subordinate subscribers subscription subsequent subsequently subset subsided subsidiaries subsidiary
    subsidies subsidy subsistence subsp subspecies substance substances substantial substantially substantive
    substitute substituted substitutes substitution substrate substrates subterranean subtle subtly subtropical
    subunit suburb suburban suburbs subway succession suggestion summon supervision suppression surgeon
    suspension suspicion sustain sutton swallowing swelled swindon swirled syndication syrup tackled tailed
    talon tangled taunton taxation taxon telecommunication television temptation tension termination terrain
    thence thin thompson thomson thornton threshold thrilled throughout throwing tianjin tiled titled tito tobin
    tomato toppled toronto totaled toulon towing toxin traction tradition trailed train transaction
    transcription transformation transition translation transmission transportation traveled travelled treason
    trembled trenton trillion troubled trout tucson tuition tumbled turin turnout twain twin typhoon tyson
    unarmed uncertain uncommon unharmed unification union unison untitled unto unveiled upheld uphold upon
    upscale upton utilization vacation vain valentin validation valuation variation vegetation vein ventilation
    verification vernon version veto vibration vicente viceroy viewing villain violation violin virgin vision
    visitation vitamin vito wagon walled walton warrington washington watson weapon welles wellesley wellington
    wellness weston wharton wheeled wherein whereupon whirled whistled wiggled wilkinson willed williamson
    wilmington wilson wilton wimbledon winston wisconsin withdrawing within without wolverhampton workout
    worldwide wrestled wrinkled yamamoto yelled yoon yukon zeppelin zion
    """.split()
)
